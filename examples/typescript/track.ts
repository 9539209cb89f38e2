// Tracks time on a work item: pairs with a person, starts, shows the state, stops, lists the last worklogs.
//
//   node examples/typescript/track.ts WORK_ITEM [COMMENT] [--url http://localhost:7070]
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { createClient, createTokenKeeper, pair } from '@stint/client';
import { calls } from '@stint/contract';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: 'http://localhost:7070' } },
});
const [workItem, comment = ''] = positionals;
if (workItem === undefined) throw new Error('Give the number of a work item.');
const server = { baseUrl: values.url, version: '3.2' };

// Pair: the person who is signed in on the Apps page types the PIN, and this program may then act as that person.
const pairing = await pair(server);
console.log(`Type the PIN ${pairing.pin} at ${values.url}/apps within a minute.`);
const first = await pairing.tokens();

// The access token lives one hour. The keeper refreshes it; a real app stores what `save` gets, to pair only once.
const save = () => undefined;
const { authorization } = createTokenKeeper(server, first, save);
const client = createClient({ ...server, authorization });

// Start. A refusal is no HTTP error: it is told by `trackSettings`, in words made to be shown.
const started = await client.call(calls.startTracking, {
  body: { tfsId: Number(workItem), remark: comment, timeZone: -new Date().getTimezoneOffset() },
});
if (started.trackSettings.responseState !== 'OK') console.log(started.trackSettings.responseMessage);

// The state: the same on every device of the person.
const { track } = await client.call(calls.getCurrentTrack);
console.log(`${track.trackingState}: ${track.tfsId} ${track.workItem?.title ?? ''}`);

console.log('Press Enter to stop.');
await Promise.race([once(process.stdin, 'data'), once(process.stdin, 'end')]);
process.stdin.pause();
await client.call(calls.stopTracking);

// Lengths are seconds; times are what the person's clock on the wall showed.
const { workLogs } = await client.call(calls.listLatestTracks, { query: { $count: 5 } });
for (const log of workLogs) {
  console.log(
    `${log.startTime.slice(0, 16)}  ${log.periodLength} s  ${log.workItem?.title ?? ''}  ${log.remark}`,
  );
}
