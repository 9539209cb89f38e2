import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBinaries, makeLibraryLinks } from './binaries.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stint-binaries-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it('makes the links the npm package lists when its install script did not run', () => {
  mkdirSync(join(root, 'native', 'lib'), { recursive: true });
  writeFileSync(join(root, 'native', 'lib', 'libpq.so.5.18'), 'library');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  makeLibraryLinks(root);
  makeLibraryLinks(root);
  expect(readFileSync(join(root, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
});

it('finds the programs of this platform', () => {
  expect(findBinaries().postgres).toMatch(/native\/bin\/postgres$/);
});
