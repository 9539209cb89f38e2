// Finds a Node.js that can run Stint's TypeScript: this one when it is new enough, else the one installed from npm.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const REQUIRED_MAJOR = 24;

/** Path of a Node.js executable of version 24 or newer. Throws with one readable line when there is none. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(path)) return path;
  throw new Error(
    `Stint needs Node.js ${REQUIRED_MAJOR} or newer; this is ${process.version}, and npm has no newer one for ${system}-${process.arch}. Install it from nodejs.org.`,
  );
}
