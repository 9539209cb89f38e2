import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalRelease, DESKTOP_TARGETS, type DesktopRelease } from '@stint/contract';
import { testServer } from '@stint/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createComputer, until } from '../../core/testing/computer.ts';
import { DamagedFileError } from '../../core/updates/update-flow.ts';
import { install } from './install.ts';
import { checkedRelease, loadRelease } from './release-file.ts';
import { readReleaseKey } from './release-key.ts';
import { targetOf } from './target.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
let folder: string;
let stage: Awaited<ReturnType<typeof testServer>>;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stint-updates-'));
  await mkdir(join(folder, 'releases'));
  await writeFile(join(folder, 'key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  stage = await testServer({ environment: { desktopReleases: join(folder, 'releases') } });
  address = await stage.server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

const content = 'the new program';
const releaseOf = (version: string): DesktopRelease => ({
  version,
  channel: 'stable',
  target: 'linux-x64-appimage',
  file: `Stint-${version}.AppImage`,
  size: content.length,
  sha512: createHash('sha512').update(content).digest('hex'),
});

/** Puts a signed release on the server; its file holds `what`. */
async function publish(version: string, what = content): Promise<DesktopRelease> {
  const release = releaseOf(version);
  const signature = sign(null, Buffer.from(canonicalRelease(release)), privateKey).toString('base64');
  await writeFile(join(folder, 'releases', release.file), what);
  await writeFile(
    join(folder, 'releases', `${release.file}.release.json`),
    JSON.stringify({ release, signature }),
  );
  return release;
}

/** An app that is paired with the real server and installed as an AppImage. */
async function installedApp() {
  const computer = createComputer();
  const appImage = join(folder, 'Stint.AppImage');
  await writeFile(appImage, 'the old program', { mode: 0o755 });
  const calls: unknown[] = [];
  computer.updates = {
    target: 'linux-x64-appimage',
    version: '1.0.0',
    isSigned: readReleaseKey(join(folder, 'key.pem')) ?? (() => false),
    load: (url, release) => loadRelease(join(folder, 'loaded'), url, release, fetch),
    install: async (release) =>
      install(
        await checkedRelease(join(folder, 'loaded'), release),
        release.target,
        recording(calls, appImage),
      ),
  };
  const desktop = await computer.open();
  void desktop.act({ kind: 'pairServer', address });
  const { pairing } = await until(desktop, ({ pairing }) => pairing.kind === 'pin');
  const pin = pairing.kind === 'pin' ? pairing.pin : '';
  await stage.ask(stage.people.team, 'POST', '/api/rest/apps', { pin });
  await until(desktop, ({ active }) => active?.connection.kind === 'online');
  return { desktop, appImage, calls };
}

function recording(calls: unknown[], appImage?: string, code = 0) {
  return {
    app: {
      relaunch: (options?: unknown) => void calls.push(['relaunch', options]),
      quit: () => void calls.push(['quit']),
    },
    appImage,
    startAlone: (program: string, args: readonly string[]) => void calls.push(['start', program, ...args]),
    run: async (program: string, args: readonly string[]) => {
      calls.push(['run', program, ...args]);
      return code;
    },
    giveToMac: async (archive: string) => void calls.push(['mac', archive]),
  };
}

test('a release on the server is loaded, asked about, put in place of the program, and started', async () => {
  const { desktop, appImage, calls } = await installedApp();
  await desktop.checkForUpdate();
  expect(desktop.view().update).toEqual({ kind: 'none' });
  await publish('1.1.0');
  await desktop.checkForUpdate();
  expect(desktop.view().update).toEqual({ kind: 'ready', version: '1.1.0', isAsked: true });
  expect(await readFile(appImage, 'utf8')).toBe('the old program');
  await desktop.act({ kind: 'update', answer: 'now' });
  await expect.poll(() => calls).toEqual([['relaunch', { execPath: appImage, args: [] }], ['quit']]);
  expect(await readFile(appImage, 'utf8')).toBe(content);
  expect((await stat(appImage)).mode & 0o111).not.toBe(0);
  desktop.close();
});

test('a file of the right length that is not the signed one is thrown away', async () => {
  const { desktop } = await installedApp();
  await publish('1.2.0', 'the bad program');
  await desktop.checkForUpdate();
  expect(desktop.view().update).toEqual({ kind: 'failed', reason: 'badSignature' });
  expect(await readdir(join(folder, 'loaded'))).toEqual([]);
  desktop.close();
});

test('more than was signed is not even loaded, and what was changed on the disk is not installed', async () => {
  const release = releaseOf('1.3.0');
  const where = join(folder, 'checked');
  const answer = (body: string) => (async () => new Response(body)) as typeof fetch;
  await expect(loadRelease(where, 'http://x', release, answer(content.repeat(9)))).rejects.toThrow(
    DamagedFileError,
  );
  await expect(
    loadRelease(where, 'http://x', release, async () => new Response(null, { status: 404 })),
  ).rejects.toThrow('404');
  await loadRelease(where, 'http://x', release, answer(content));
  expect(await readFile(await checkedRelease(where, release), 'utf8')).toBe(content);
  await writeFile(join(where, release.file), 'the bad program');
  await expect(checkedRelease(where, release)).rejects.toThrow(DamagedFileError);
});

test('each system installs in its own way', async () => {
  const by = async (target: (typeof DESKTOP_TARGETS)[number], code = 0) => {
    const calls: unknown[] = [];
    await install('/l/file', target, recording(calls, undefined, code));
    return calls;
  };
  expect(await by('win-x64-nsis')).toEqual([
    ['start', '/l/file', '--updated', '/S', '--force-run'],
    ['quit'],
  ]);
  expect(await by('mac-arm64-zip')).toEqual([['mac', '/l/file']]);
  expect(await by('linux-x64-deb')).toEqual([
    ['run', 'pkexec', 'dpkg', '--install', '/l/file'],
    ['relaunch', undefined],
    ['quit'],
  ]);
  await expect(by('linux-x64-deb', 126)).rejects.toThrow('126');
  await expect(by('linux-x64-appimage')).rejects.toThrow('no AppImage');
});

test('the kind of package is known by how the app was installed', async () => {
  const dpkgList = join(folder, 'stint-desktop.list');
  await writeFile(dpkgList, '/.\n/opt\n/opt/Stint\n/opt/Stint/stint\n');
  const at = (more: Partial<Parameters<typeof targetOf>[0]>) =>
    targetOf({
      isPackaged: true,
      platform: 'linux',
      arch: 'x64',
      appImage: undefined,
      executable: '/opt/Stint/stint',
      dpkgList: '/nowhere',
      ...more,
    });
  expect(at({ dpkgList })).toBe('linux-x64-deb');
  // Unpacked beside an installed one.
  expect(at({ dpkgList, executable: '/home/x/Stint/stint' })).toBeNull();
  expect(at({ appImage: '/home/x/Stint.AppImage' })).toBe('linux-x64-appimage');
  expect(at({ platform: 'win32' })).toBe('win-x64-nsis');
  expect(at({ platform: 'darwin', arch: 'arm64' })).toBe('mac-arm64-zip');
  expect([at({}), at({ platform: 'freebsd' }), at({ isPackaged: false, platform: 'win32' })]).toEqual([
    null,
    null,
    null,
  ]);
});

test('without a key, or with one of another kind, nothing counts as signed', async () => {
  const { publicKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeFile(join(folder, 'other.pem'), other.export({ type: 'spki', format: 'pem' }));
  await writeFile(join(folder, 'text.pem'), 'hello');
  expect(['nowhere.pem', 'other.pem', 'text.pem'].map((name) => readReleaseKey(join(folder, name)))).toEqual([
    null,
    null,
    null,
  ]);
});
