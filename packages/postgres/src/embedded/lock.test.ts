import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataDirectoryInUseError } from './errors.ts';
import { lockDirectory } from './lock.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'stint-lock-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('lockDirectory', () => {
  it('holds the directory until it is released', () => {
    const lock = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(DataDirectoryInUseError);
    lock.release();
    lockDirectory(directory).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: 'earlier' })],
    ['a process whose id another one has now', JSON.stringify({ pid: process.pid, started: 'earlier' })],
    ['nobody that can be read', '{'],
  ])('takes over from %s', (_, holder) => {
    writeFileSync(join(directory, 'postgres.lock.7'), holder);
    const lock = lockDirectory(directory);
    expect(readdirSync(directory)).toEqual(['postgres.lock.8']);
    lock.release();
  });
});
