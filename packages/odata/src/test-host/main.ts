import { readArguments } from './arguments.ts';
import { startTestHost } from './start.ts';

try {
  const { port } = readArguments(process.argv.slice(2));
  const host = await startTestHost({
    port,
    databaseUrl: process.env['DATABASE_URL'],
    onFault: console.error,
  });
  console.log(`OData test host: ${host.address} (POST ${host.address}reseed puts the data back)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop());
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE' ? 'The port is in use; choose another with --port.' : message.split('\n')[0],
  );
  process.exitCode = 1;
}
