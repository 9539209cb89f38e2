// npm run signalr:test-host -- --port N: serves the hubs that the official functional suites of SignalR expect.
import { readArguments } from './arguments.ts';
import { startTestHost } from './start.ts';

try {
  const { port } = readArguments(process.argv.slice(2));
  const host = await startTestHost({
    port,
    log: (event) => {
      if ('error' in event) console.error(event.kind, event.error);
    },
  });
  console.log(`SignalR test host: ${host.address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop());
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE' ? 'The port is in use; choose another with --port.' : message.split('\n')[0],
  );
  process.exitCode = 1;
}
