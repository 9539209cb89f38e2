#!/usr/bin/env node
// `npx stint …` in a checkout: runs the program with a Node.js that can, in the caller's folder.
import { runTypeScript } from '../../../scripts/lib/run.mjs';

try {
  process.exitCode = await runTypeScript('apps/cli/src/main.ts', process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
