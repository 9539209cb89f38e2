import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { canonicalRelease, type DesktopRelease } from '@stint/contract';
import { expect, test } from 'vitest';
import { DiskFullError } from '../ports.ts';
import { createUpdateFlow, DamagedFileError, type UpdatePort } from './update-flow.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519').privateKey;
const release: DesktopRelease = {
  version: '1.3.0',
  channel: 'stable',
  target: 'linux-x64-deb',
  file: 'stint_1.3.0_amd64.deb',
  size: 3,
  sha512: '0'.repeat(128),
};
const signed = (given: DesktopRelease, key = privateKey) => ({
  release: given,
  signature: sign(null, Buffer.from(canonicalRelease(given)), key).toString('base64'),
});

/** A flow of version 1.2.0 beside a server that answers what it is told to. */
function flow(answer: unknown, port: Partial<UpdatePort> = {}) {
  const computer = {
    answer,
    status: 200,
    isTracking: false,
    channel: 'stable' as 'stable' | 'beta',
    asked: [] as string[],
    loaded: [] as string[],
    installed: [] as string[],
  };
  const updates = createUpdateFlow({
    port: {
      target: 'linux-x64-deb',
      version: '1.2.0',
      isSigned: (text, signature) =>
        verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
      load: async (url) => void computer.loaded.push(url),
      install: async ({ version }) => void computer.installed.push(version),
      ...port,
    },
    fetch: async (url) => {
      computer.asked.push(url as string);
      if (computer.status === 0) throw new TypeError('fetch failed');
      return computer.status === 204
        ? new Response(null, { status: 204 })
        : Response.json(computer.answer, { status: computer.status });
    },
    clock: { after: () => () => undefined },
    server: () => 'https://time.example.com',
    channel: () => computer.channel,
    isTracking: () => computer.isTracking,
    changed: () => undefined,
  });
  return Object.assign(computer, updates);
}

test('a newer signed release is loaded, asked about, and installed once the person agrees', async () => {
  const app = flow(signed(release));
  await app.check();
  expect(app.asked).toEqual(['https://time.example.com/desktop/updates/stable/linux-x64-deb']);
  expect(app.loaded).toEqual(['https://time.example.com/desktop/files/stint_1.3.0_amd64.deb']);
  expect(app.state()).toEqual({ kind: 'ready', version: '1.3.0', isAsked: true });
  expect(app.installed).toEqual([]);
  app.tell({ type: 'answered', answer: 'now' });
  expect(app.installed).toEqual(['1.3.0']);
});

test('while time is tracked it waits for the end of the track, unless the person wants it now', async () => {
  const app = flow(signed(release));
  app.isTracking = true;
  await app.check();
  app.tell({ type: 'answered', answer: 'whenIdle' });
  app.tell({ type: 'trackEnded' });
  expect(app.installed).toEqual([]);
  app.isTracking = false;
  app.tell({ type: 'trackEnded' });
  app.tell({ type: 'trackEnded' });
  expect(app.installed).toEqual(['1.3.0']);
});

test.each([
  ['unsigned', { release }],
  ['signed by somebody else', signed(release, stranger)],
  ['changed after it was signed', { ...signed(release), release: { ...release, version: '9.9.9' } }],
  ['with another file', { ...signed(release), release: { ...release, file: 'evil.deb' } }],
  ['with another content', { ...signed(release), release: { ...release, sha512: 'f'.repeat(128) } }],
  ['for another system', signed({ ...release, target: 'win-x64-nsis' })],
  ['of a channel that was not chosen', signed({ ...release, channel: 'beta' })],
  ['a page', '<h1>Welcome</h1>'],
])('a release that is %s is thrown away and told', async (_what, answer) => {
  const app = flow(answer);
  await app.check();
  expect(app.state()).toEqual({ kind: 'failed', reason: 'badSignature' });
  expect([app.loaded, app.installed]).toEqual([[], []]);
});

test.each(['1.2.0', '1.1.9', '0.9.0', '1.2.0-beta.7'])(
  '%s is not newer, so nothing happens',
  async (version) => {
    const app = flow(signed({ ...release, version }));
    await app.check();
    expect([app.state(), app.loaded]).toEqual([{ kind: 'none' }, []]);
  },
);

test('a server cannot go back behind what it has given already', async () => {
  const app = flow(signed(release));
  await app.check();
  app.answer = signed({ ...release, version: '1.2.5' });
  await app.check();
  expect(app.loaded).toHaveLength(1);
  expect(app.state()).toMatchObject({ kind: 'ready', version: '1.3.0' });
});

test('no releases and an older server are no fault; one that does not answer is', async () => {
  const app = flow(null);
  for (const status of [204, 404, 500]) {
    app.status = status;
    await app.check();
    expect(app.state()).toEqual({ kind: 'none' });
  }
  app.status = 0;
  await app.check();
  expect(app.state()).toEqual({ kind: 'failed', reason: 'unreachable' });
});

test.each([
  [new DamagedFileError(), 'badSignature'],
  [new DiskFullError(), 'diskFull'],
  [new TypeError('fetch failed'), 'unreachable'],
])('a file that cannot be loaded (%s) is told, and tried again next time', async (error, reason) => {
  let fails = true;
  const app = flow(signed(release), {
    load: async () => {
      if (fails) throw error;
    },
  });
  await app.check();
  expect(app.state()).toEqual({ kind: 'failed', reason });
  fails = false;
  await app.check();
  expect(app.state()).toMatchObject({ kind: 'ready' });
});

test('what the system does not take is told', async () => {
  const app = flow(signed(release), { install: () => Promise.reject(new Error('denied')) });
  await app.check();
  app.tell({ type: 'answered', answer: 'now' });
  await expect.poll(() => app.state()).toEqual({ kind: 'failed', reason: 'notInstalled' });
});

test('an app that was not installed from a package asks nobody', async () => {
  const app = flow(signed(release), { target: null });
  await app.check();
  expect(app.asked).toEqual([]);
});
