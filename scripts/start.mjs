// npm start [-- --port 7070 --data DIR --no-demo]: installs what is missing, builds the pages when they changed, serves.
import { ensureInstalled } from './lib/installed.mjs';
import { runTypeScript } from './lib/run.mjs';
import { ensurePages } from './lib/pages.mjs';

try {
  ensureInstalled({ toServe: true });
  await ensurePages();
  process.exitCode = await runTypeScript('apps/cli/src/main.ts', ['serve', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
