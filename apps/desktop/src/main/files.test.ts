import { mkdtemp, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DiskFullError } from '../core/ports.ts';
import { createFiles } from './files.ts';

const folder = () => mkdtemp(join(tmpdir(), 'stint-files-'));

test('what is appended and replaced is there, for this user only', async () => {
  const where = await folder();
  const files = createFiles(where);
  expect(await files.read('j')).toBeNull();
  await files.append('j', 'one\n', true);
  await files.append('j', 'two\n', false);
  expect(await files.read('j')).toBe('one\ntwo\n');
  await files.replace('j', 'three\n');
  expect(await files.read('j')).toBe('three\n');
  expect((await stat(join(where, 'j'))).mode & 0o077).toBe(0);
  expect(await readdir(where)).toEqual(['j']);
});

test('a damaged file is moved aside under a name of its own', async () => {
  const where = await folder();
  const files = createFiles(where, () => 0);
  await files.append('j', 'bad', true);
  const aside = await files.setAside('j');
  expect(await readFile(aside, 'utf8')).toBe('bad');
  expect(await files.read('j')).toBeNull();
  await files.remove('j');
});

test('a full disk is told from other faults', async () => {
  const where = await folder();
  const files = createFiles(where);
  await symlink('/dev/full', join(where, 'j'));
  await symlink('/dev/full', join(where, 'k.new'));
  await expect(files.append('j', 'one\n', true)).rejects.toThrow(DiskFullError);
  await expect(files.replace('k', 'one\n')).rejects.toThrow(DiskFullError);
  await expect(files.append('no/such/folder', 'one\n', true)).rejects.toThrow('ENOENT');
});
