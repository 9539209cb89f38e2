import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { migrate, openDatabase, silentLog } from '@stint/postgres';
import { type TestDatabase, testDatabase } from '@stint/postgres/testing';
import { makeDemo } from '@stint/server/demo';
import { migrationsFolder } from '@stint/server/location';
import type { Tables } from '@stint/server/tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stint } from '../testing/terminal.ts';

const empty = { STINT_DATA: '/nowhere/of/stint' };
let folder: string;
let source: TestDatabase;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stint-backup-'));
  chmodSync(folder, 0o711);
  file = join(folder, 'demo.gz');
  source = await testDatabase(migrationsFolder);
  const database = openDatabase<Tables>(source.config, { log: silentLog });
  await makeDemo(database, { seed: 1, now: Date.now() });
  await database.close();
  expect(await stint(['backup', file], urlOf(source))).toMatchObject({ code: 0, text: '' });
});

afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

function urlOf(database: TestDatabase): Record<string, string> {
  return { DATABASE_URL: database.connectionString };
}

const content = (backup: Uint8Array) => gunzipSync(backup).toString('utf8');

describe('backup', () => {
  test('is a file for its owner only, the same as on standard output, and leaves no draft', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['demo.gz']);
    const { out, code } = await stint(['backup', '-'], urlOf(source));
    expect(code).toBe(0);
    expect(content(out)).toBe(content(readFileSync(file)));
    expect(content(out).split('\n').length).toBeGreaterThan(9_000);
  });

  test('tells in one line that the file cannot be written', async () => {
    const { code, err } = await stint(['backup', join(folder, 'none', 'x.gz')], urlOf(source));
    expect([code, err]).toEqual([1, expect.stringMatching(/^ENOENT[^\n]*none\/x\.gz[^\n]*\n$/)]);
  });
});

describe('restore', () => {
  test('gives a database whose backup is equal', async () => {
    const target = await testDatabase(migrationsFolder);
    const restored = await stint(['restore', file], urlOf(target));
    expect(restored).toMatchObject({
      code: 0,
      err: '',
      text: expect.stringMatching(/^Restored \d+ rows\.\n$/),
    });
    const again = await stint(['backup', '-'], urlOf(target));
    expect(content(again.out)).toBe(content(readFileSync(file)));
    await target.drop();
  });

  test('fills a data directory from standard input, and other commands work on it', async () => {
    const data = join(folder, 'data');
    const backup = readFileSync(file);
    expect(await stint(['restore', '-', '--data', data], empty, backup)).toMatchObject({ code: 0, err: '' });
    const again = await stint(['backup', '-'], { STINT_DATA: data });
    expect(content(again.out)).toBe(content(backup));
    const token = await stint(
      ['token', 'create', '--user', 'cleo@demo.local', '--name', 'x', '--data', data],
      empty,
    );
    expect(token).toMatchObject({ code: 0, err: '' });
    expect(existsSync(empty.STINT_DATA)).toBe(false);
  });

  test('brings a backup of an earlier release to the newest schema', async () => {
    const nothing = join(folder, 'no migrations');
    mkdirSync(nothing);
    const [earlier, target] = [await testDatabase(nothing), await testDatabase(nothing)];
    await migrate(earlier.config, migrationsFolder, { upTo: 1 });
    const old = await stint(['backup', '-'], urlOf(earlier));
    expect(content(old.out)).toContain('"schemaVersion":1}');
    expect(await stint(['restore', '-'], urlOf(target), old.out)).toMatchObject({ code: 0, err: '' });
    const { version } = await migrate(target.config, migrationsFolder);
    expect(content((await stint(['backup', '-'], urlOf(target))).out)).toContain(
      `"schemaVersion":${version}}`,
    );
    expect(version).toBeGreaterThan(1);
    await earlier.drop();
    await target.drop();
  });

  test('refuses a database with content in one line, and changes nothing', async () => {
    const { code, err } = await stint(['restore', file], urlOf(source));
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^Table "\w+" is not empty; [^\n]*empty database\.\n$/),
    ]);
    expect(content((await stint(['backup', '-'], urlOf(source))).out)).toBe(content(readFileSync(file)));
  });

  test('writes nothing of a file that is cut, damaged or something else', async () => {
    const target = await testDatabase(migrationsFolder);
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    damaged.fill(0, 20_000, 20_100);
    const cases: readonly (readonly [Buffer, RegExp])[] = [
      [whole.subarray(0, whole.length / 2), /is not a complete backup: unexpected end of file\.\n$/],
      [damaged, /^[^\n]+\n$/],
      [Buffer.from('PK no gzip'), /is not a complete backup: incorrect header check\.\n$/],
      [gzipSync('{"hello": 1}\n'), /^Line 1 is not part of an export of rows\.\n$/],
      [gzipSync(''), / is empty\.\n$/],
    ];
    for (const [bytes, reason] of cases) {
      const broken = join(folder, 'broken.gz');
      writeFileSync(broken, bytes);
      expect(await stint(['restore', broken], urlOf(target))).toMatchObject({
        code: 1,
        err: expect.stringMatching(reason),
      });
    }
    expect(await stint(['restore', file], urlOf(target))).toMatchObject({ code: 0 });
    await target.drop();
  });
});
