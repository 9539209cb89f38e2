// Shows a person's clock as it changes, whoever changes it: with Microsoft's SignalR client and nothing of Stint.
//
//   npm install @microsoft/signalr
//   STINT_TOKEN=… node examples/live/watch.mjs [--url http://localhost:7070]
import { parseArgs } from 'node:util';
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://localhost:7070' } } });
const token = process.env.STINT_TOKEN;
if (!token) throw new Error('Set STINT_TOKEN to an API token (Settings > Reporting and API).');

const hub = new HubConnectionBuilder()
  .withUrl(`${values.url}/signalr/trackingHub/v3.2`, { accessTokenFactory: () => token })
  .withAutomaticReconnect({
    nextRetryDelayInMilliseconds: ({ previousRetryCount }) =>
      500 + 1000 * Math.min(previousRetryCount, 30) * Math.random(),
  })
  .configureLogging(LogLevel.Error)
  .build();

let latest = 0;
function show({ track, timestamp }) {
  // A state that is older than one before is dropped.
  if (timestamp < latest) return;
  latest = timestamp;
  console.log(`${track.trackingState}: ${track.tfsId ?? ''} ${track.workItem?.title ?? ''} ${track.remark}`);
}

hub.on('trackingChanged', show);
hub.on('workLogChanged', (id, kind) => console.log(`worklog ${kind}: ${id ?? 'several'}`));
hub.on('activityCheckStarted', (seconds) => console.log(`Still there? The clock stops in ${seconds} s.`));
hub.on('activityCheckEnded', () => console.log('The activity check is over.'));
hub.on('settingsChanged', () => console.log('settings changed'));
hub.on('disconnected', (reason) => console.log(reason));
// Pushes tell changes only, so what there is is asked for, also after a reconnect.
hub.onreconnected(() => {
  hub.invoke('current').then(show, console.error);
});

await hub.start();
show(await hub.invoke('current'));
console.log('Watching; press Ctrl+C to end.');
