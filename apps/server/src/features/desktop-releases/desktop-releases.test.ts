import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DesktopRelease } from '@stint/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stint-releases-'));
  at = await testServer({ environment: { desktopReleases: folder } });
});
afterAll(async () => {
  await at.close();
  await rm(folder, { recursive: true });
});

const signature = `${'A'.repeat(86)}==`;
async function put(version: string, more: Partial<DesktopRelease> = {}, content = version): Promise<void> {
  const file = `Stint-${version}.AppImage`;
  const release = {
    version,
    channel: 'stable',
    target: 'linux-x64-appimage',
    file,
    size: version.length,
    sha512: '0'.repeat(128),
    ...more,
  };
  await writeFile(join(folder, file), content);
  await writeFile(join(folder, `${file}.release.json`), JSON.stringify({ release, signature }));
}
const told = async () => {
  const { body } = await at.ask(at.people.team, 'GET', '/api/rest/apps/releases');
  return body['data'] as unknown as (DesktopRelease & { readonly address: string })[];
};
const get = (url: string) => at.server.app.inject({ method: 'GET', url });
const newest = async (channel: string, target = 'linux-x64-appimage') => {
  const answer = await get(`/desktop/updates/${channel}/${target}`);
  return answer.statusCode === 200
    ? answer.json<{ release: DesktopRelease }>().release.version
    : answer.statusCode;
};

test('without releases there is nothing to tell, and nothing to fetch', async () => {
  expect(await newest('stable')).toBe(204);
  expect(await told()).toEqual([]);
  expect(await newest('nightly')).toBe(404);
  expect(await newest('stable', 'amiga')).toBe(404);
  expect((await get('/desktop/files/Stint-1.AppImage')).statusCode).toBe(404);
});

test('the newest of the channel is told as soon as it is there, betas only to those who want them', async () => {
  await put('1.9.0');
  await put('1.10.0');
  await put('1.11.0-beta.1', { channel: 'beta' });
  await put('2.0.0', { target: 'win-x64-nsis' });
  expect(await newest('stable')).toBe('1.10.0');
  expect(await newest('beta')).toBe('1.11.0-beta.1');
  expect(await newest('stable', 'win-x64-nsis')).toBe('2.0.0');
  const { statusCode, body, headers } = await get('/desktop/files/Stint-1.10.0.AppImage');
  expect([statusCode, body, headers['content-length']]).toEqual([200, '1.10.0', '6']);
});

test('what is no signed release, or not wholly there, is not told', async () => {
  await put('9.0.0', { size: 999 });
  await put('9.1.0', { file: '../../etc/passwd' });
  await writeFile(join(folder, 'x.release.json'), '{');
  expect(await newest('stable')).toBe('1.10.0');
});

test('only files of releases are given, and none of another folder', async () => {
  await writeFile(join(folder, 'release.key'), 'secret');
  for (const name of [
    'release.key',
    'Stint-1.10.0.AppImage.release.json',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    'Stint-9.0.0.AppImage',
  ]) {
    const { statusCode, body } = await get(`/desktop/files/${name}`);
    expect([name, statusCode < 500, body.includes('secret')]).toEqual([name, true, false]);
    expect(statusCode).not.toBe(200);
  }
});

test('people are told what there is for each system, with where its file is', async () => {
  const found = await told();
  expect(found.map(({ target, version }) => [target, version])).toEqual([
    ['win-x64-nsis', '2.0.0'],
    ['linux-x64-appimage', '1.10.0'],
    ['linux-x64-appimage', '1.11.0-beta.1'],
  ]);
  for (const { address } of found) expect((await get(address)).statusCode).toBe(200);
  // Once the beta is released there is one file for the system.
  await put('1.11.0');
  expect((await told()).map(({ version }) => version)).toEqual(['2.0.0', '1.11.0']);
});
