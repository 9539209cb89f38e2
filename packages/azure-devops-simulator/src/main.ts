import { readArguments } from './arguments.ts';
import { startSimulator } from './start.ts';

try {
  const options = readArguments(process.argv.slice(2));
  const simulator = await startSimulator(options);
  console.log(
    `Azure DevOps simulator: ${simulator.url} (${options.workItems} work items, PAT "${options.pat}")`,
  );
  console.log(`Edit work items:        ${new URL('/_simulator/', simulator.url).href}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE' ? 'The port is in use; choose another with --port.' : message.split('\n')[0],
  );
  process.exitCode = 1;
}
