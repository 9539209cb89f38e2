import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { userInfo } from 'node:os';

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('The test server needs a checkout with a package-lock.json at its root.');
  return rootAbove(parent);
}

/** Where this machine user's test server of this checkout keeps its data. */
export function testServerDirectory(): string {
  return join(rootAbove(import.meta.dirname), '.cache', 'test-postgres', `user-${userInfo().uid}`);
}
