// node scripts/run.mjs FILE.ts [args]: runs a TypeScript program of the checkout with a Node that can.
import { ensureInstalled } from './lib/installed.mjs';
import { runTypeScript } from './lib/run.mjs';

const [file, ...args] = process.argv.slice(2);
try {
  ensureInstalled();
  process.exitCode = await runTypeScript(file, args);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
