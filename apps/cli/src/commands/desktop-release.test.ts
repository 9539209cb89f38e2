import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalRelease, type SignedDesktopRelease } from '@stint/contract';
import { beforeAll, expect, test } from 'vitest';
import { stint } from '../testing/terminal.ts';

let folder: string;
let publicKey: string;
let env: Record<string, string>;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stint-release-'));
  env = { STINT_DESKTOP_RELEASES: path('releases') };
  publicKey = (await stint(['desktop', 'key', path('release.key')])).text;
  await writeFile(path('Stint-1.2.0.AppImage'), 'program');
});

const release = (...args: string[]) =>
  stint(['desktop', 'release', path('Stint-1.2.0.AppImage'), '--target', 'linux-x64-appimage', ...args], env);

test('a key is made once, for its owner only', async () => {
  expect(publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  expect((await stat(path('release.key'))).mode & 0o077).toBe(0);
  expect((await stint(['desktop', 'key', path('release.key')])).code).toBe(1);
});

test('a file is put into the folder with a signature that the public key knows', async () => {
  const { code, err } = await release('--key', path('release.key'), '--release', '1.2.0');
  expect([code, err]).toEqual([0, '']);
  const names = await readdir(path('releases'));
  expect(names.sort()).toEqual(['Stint-1.2.0.AppImage', 'Stint-1.2.0.AppImage.release.json']);
  const text = await readFile(path('releases/Stint-1.2.0.AppImage.release.json'), 'utf8');
  const { release: told, signature } = JSON.parse(text) as SignedDesktopRelease;
  expect(told).toMatchObject({ version: '1.2.0', channel: 'stable', size: 7 });
  const isSigned = (text: string) =>
    verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
  expect(isSigned(canonicalRelease(told))).toBe(true);
  expect(isSigned(canonicalRelease({ ...told, version: '1.2.1' }))).toBe(false);
});

test.each([
  ['a version that is none', ['--release', '1.2'], /cannot be released/],
  ['a version of another system', ['--release', '1.2.0', '--target', 'amiga'], /amiga/],
  ['a key that is none', ['--release', '1.2.0', '--key', '/dev/null'], /no secret Ed25519 key/],
])('%s is refused in words', async (_what, args, words) => {
  const { code, err } = await release('--key', path('release.key'), ...args);
  expect(code).not.toBe(0);
  expect(err).toMatch(words);
});
