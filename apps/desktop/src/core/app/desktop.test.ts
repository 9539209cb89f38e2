import { startSimulator } from '@stint/azure-devops-simulator';
import { testServer } from '@stint/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createComputer, until } from '../testing/computer.ts';
import { about } from '../testing/world.ts';

let stage: Awaited<ReturnType<typeof testServer>>;
let address: string;

beforeAll(async () => {
  stage = await testServer();
  address = await stage.server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => stage.close());

const person = () => stage.addPerson(stage.organizationId, `p${Math.random().toString(36).slice(2)}`, 'Team');
type Person = Awaited<ReturnType<typeof person>>;

/** A desktop that was paired with the real server by typing its PIN. */
async function paired(who: Person, computer = createComputer()) {
  const desktop = await computer.open();
  await pairBy(desktop, who);
  return { computer, desktop };
}

async function pairBy(desktop: Awaited<ReturnType<ReturnType<typeof createComputer>['open']>>, who: Person) {
  void desktop.act({ kind: 'pairServer', address });
  const { pairing } = await until(desktop, ({ pairing }) => pairing.kind === 'pin');
  if (pairing.kind !== 'pin') throw new Error('no PIN');
  expect((await stage.ask(who, 'POST', '/api/rest/apps', { pin: pairing.pin })).status).toBe(200);
  await until(desktop, ({ active }) => active?.connection.kind === 'online');
}

const page = async (who: Person, skip: number) => {
  const { body } = await stage.ask(who, 'GET', `/api/rest/workLogs?$skip=${skip}`);
  return body.data as unknown as { comment: string; length: number; createdTimestamp: string }[];
};
const worklogs = (who: Person) => page(who, 0);
const idle = { activityTypeId: '00000000-0000-0000-0000-000000000000' };

test('pairs by PIN, tracks, stops, and finds itself paired after a start', async () => {
  const who = await person();
  const { computer, desktop } = await paired(who);
  await desktop.act({ kind: 'time', command: { kind: 'start', subject: { ...about('core'), ...idle } } });
  expect(desktop.view().active?.run?.subject.comment).toBe('core');
  await until(desktop, ({ active }) => active?.waiting === 0);
  await desktop.act({ kind: 'time', command: { kind: 'stop' } });
  await until(desktop, ({ active }) => active?.waiting === 0 && active.days.length > 0);
  expect(await worklogs(who)).toMatchObject([{ comment: 'core' }]);
  expect([...computer.folder.files.values()].join('')).not.toContain('"accessToken"');
  desktop.close();

  const again = await computer.open();
  const view = await until(again, ({ active }) => active?.connection.kind === 'online');
  expect(view.active?.days[0]?.entries).toMatchObject([{ fields: { comment: 'core' } }]);
  again.close();
});

test('1,000 changes made without a connection reach the real server once each, in order', async () => {
  const who = await person();
  const { computer, desktop } = await paired(who);
  computer.isOnline = false;
  for (let index = 0; index < 1_000; index += 1) {
    const minute = String(index % 60).padStart(2, '0');
    const hour = String(Math.floor(index / 60)).padStart(2, '0');
    const timestamp = `2026-03-02T${hour}:${minute}:00`;
    await desktop.act({
      kind: 'time',
      command: { kind: 'book', timestamp, length: 60, subject: { ...about(String(index)), ...idle } },
    });
  }
  desktop.close();
  const again = await computer.open();
  expect(again.view().active?.waiting).toBe(1_000);
  computer.isOnline = true;
  again.reconnect();
  await until(again, ({ active }) => active?.waiting === 0);
  const booked = (await Promise.all([0, 500].map((skip) => page(who, skip)))).flat().toReversed();
  expect(booked.map(({ comment }) => comment)).toEqual(
    Array.from({ length: 1_000 }, (_, index) => String(index)),
  );
  const created = booked.map(({ createdTimestamp }) => createdTimestamp);
  expect(created).toEqual([...created].sort());
  again.close();
});

test('a locked week is a conflict with the server’s own words', async () => {
  const who = await person();
  const { desktop } = await paired(who);
  const weekStart = '2026-03-02';
  await stage.ask(who, 'POST', '/api/rest/timeApproval/week', {
    weekStart,
    assignedManagerId: stage.people.manager.id,
  });
  await desktop.act({
    kind: 'time',
    command: {
      kind: 'book',
      timestamp: '2026-03-03T09:00:00',
      length: 60,
      subject: { ...about('late'), ...idle },
    },
  });
  const view = await until(desktop, ({ active }) => (active?.conflicts.length ?? 0) > 0);
  expect(view.active?.conflicts[0]?.conflict.reason).toMatchObject({ code: 'ApprovalStateFailed' });
  desktop.close();
});

test('unpairing on the Apps page is noticed; what was booked is sent after pairing again', async () => {
  const who = await person();
  const { desktop } = await paired(who);
  await stage.ask(who, 'DELETE', '/api/rest/apps');
  await desktop.act({
    kind: 'time',
    command: {
      kind: 'book',
      timestamp: '2026-03-02T09:00:00',
      length: 60,
      subject: { ...about('kept'), ...idle },
    },
  });
  const view = await until(desktop, ({ active }) => active?.connection.kind === 'pairAgain');
  expect(view.active?.waiting).toBe(1);
  await pairBy(desktop, who);
  await until(desktop, ({ active }) => active?.waiting === 0);
  expect(desktop.view().organizations).toHaveLength(1);
  expect(await worklogs(who)).toMatchObject([{ comment: 'kept' }]);
  desktop.close();
});

test('without a safe place for tokens the person says where they go', async () => {
  const who = await person();
  const computer = createComputer();
  computer.isSafe = false;
  const desktop = await computer.open();
  void desktop.act({ kind: 'pairServer', address });
  const { pairing } = await until(desktop, ({ pairing }) => pairing.kind === 'pin');
  await stage.ask(who, 'POST', '/api/rest/apps', { pin: pairing.kind === 'pin' ? pairing.pin : '' });
  await until(desktop, ({ pairing }) => pairing.kind === 'unsafeAsked');
  await desktop.act({ kind: 'storeTokens', place: 'memory' });
  await until(desktop, ({ active }) => active?.connection.kind === 'online');
  expect([...computer.folder.files.values()].join('')).not.toContain('accessToken');
  desktop.close();
  const again = await computer.open();
  await until(again, ({ organizations }) => organizations[0]?.needsPairing === true);
  again.close();
});

test('a second organization is found by its collection; each keeps its own time, and one can be unpaired', async () => {
  const computer = createComputer();
  const { desktop } = await paired(await person(), computer);
  const stranger = await stage.addPerson(stage.otherOrganizationId, 'two', 'Team');
  const simulator = await startSimulator({
    port: 0,
    workItems: 4,
    deployment: 'server',
    collection: 'Other',
    timetracker: `${address}/`,
  });
  const url = new URL(simulator.url).origin;
  const look = async (collection: string, token: string) => {
    await desktop.act({ kind: 'pairCollection', url, collection, token });
    return desktop.view().pairing;
  };
  expect(await look('Other', '')).toMatchObject({ problem: 'credentialsNeeded' });
  expect(await look('Other', 'wrong')).toMatchObject({ problem: 'credentialsNeeded' });
  expect(await look('Elsewhere', 'simulator')).toMatchObject({ problem: 'noCollection' });
  void desktop.act({ kind: 'pairCollection', url, collection: 'Other', token: 'simulator' });
  const { pairing } = await until(desktop, ({ pairing }) => pairing.kind === 'pin');
  const pin = pairing.kind === 'pin' ? pairing.pin : '';
  expect((await stage.ask(stranger, 'POST', '/api/other/rest/apps', { pin })).status).toBe(200);
  await until(
    desktop,
    ({ organizations, active }) => organizations.length === 2 && active?.connection.kind === 'online',
  );
  await simulator.stop();
  expect([...computer.folder.files.values()].join('')).not.toContain('simulator');
  await desktop.act({ kind: 'time', command: { kind: 'start', subject: { ...about('there'), ...idle } } });
  await until(desktop, ({ active }) => active?.waiting === 0);
  const lines = desktop.view().organizations;
  expect(lines.map(({ name, isActive, isTracking }) => [name, isActive, isTracking])).toEqual([
    ['Demo', false, false],
    ['Other', true, true],
  ]);
  await desktop.act({ kind: 'activate', id: lines[0]?.id ?? '' });
  expect(desktop.view().active?.run).toBeNull();
  await desktop.act({ kind: 'unpair', id: lines[1]?.id ?? '' });
  expect(desktop.view().organizations.map(({ name }) => name)).toEqual(['Demo']);
  desktop.close();
});

test('a wrong address, a foreign server and an expired PIN are told apart', async () => {
  const desktop = await createComputer().open();
  await desktop.act({ kind: 'pairServer', address: 'http://time.example.com' });
  expect(desktop.view().pairing).toMatchObject({ kind: 'addressFault', problem: 'notHttps' });
  await desktop.act({ kind: 'pairServer', address: '127.0.0.1:9' });
  expect(desktop.view().pairing).toMatchObject({ kind: 'addressFault', problem: 'unreachable' });
  await desktop.act({ kind: 'pairServer', address: `${address}/healthz?` });
  expect(desktop.view().pairing).toMatchObject({ kind: 'addressFault', problem: 'foreign' });
  expect(desktop.openLink(`stint://pair?server=${address}&code=${'x'.repeat(20)}`)).not.toBeNull();
  expect(desktop.view().pairing).toMatchObject({ kind: 'linkAsked' });
  await desktop.act({ kind: 'agreeToLink' });
  expect(desktop.view().pairing).toMatchObject({ kind: 'failed', problem: 'expired' });
  desktop.close();
});

test('damaged files are kept aside, rebuilt from the server, and said so', async () => {
  const who = await person();
  const { computer, desktop } = await paired(who);
  await desktop.act({
    kind: 'time',
    command: {
      kind: 'book',
      timestamp: '2026-03-02T09:00:00',
      length: 60,
      subject: { ...about('a'), ...idle },
    },
  });
  await until(desktop, ({ active }) => active?.waiting === 0 && active.days.length > 0);
  desktop.close();
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (const [name, text] of computer.folder.files)
    if (name !== 'pairings') computer.folder.files.set(name, `${text.slice(0, 12)}#${text.slice(13)}`);
  const again = await computer.open();
  const view = await until(again, ({ active }) => active?.connection.kind === 'online');
  expect(view.notes.filter(({ kind }) => kind === 'damagedFile').length).toBeGreaterThan(0);
  expect(view.active?.days[0]?.entries).toMatchObject([{ fields: { comment: 'a' } }]);
  again.close();
});

test('a damaged list of pairings asks to pair again, and what was not sent is sent then', async () => {
  const who = await person();
  const { computer, desktop } = await paired(who);
  computer.isOnline = false;
  await desktop.act({
    kind: 'time',
    command: {
      kind: 'book',
      timestamp: '2026-03-02T09:00:00',
      length: 60,
      subject: { ...about('kept'), ...idle },
    },
  });
  desktop.close();
  computer.isOnline = true;
  computer.folder.files.set('pairings', 'x');
  const again = await computer.open();
  expect(again.view()).toMatchObject({ active: null, notes: [{ kind: 'damagedFile' }] });
  await pairBy(again, who);
  await until(again, ({ active }) => active?.waiting === 0);
  expect(await worklogs(who)).toMatchObject([{ comment: 'kept' }]);
  again.close();
});

test('a disk that gets full while the app acts by itself is told, and nothing breaks', async () => {
  const { computer, desktop } = await paired(await person());
  await desktop.act({ kind: 'settings', change: { stopsOnLock: true } });
  await desktop.act({ kind: 'time', command: { kind: 'start', subject: { ...about('full'), ...idle } } });
  await until(desktop, ({ active }) => active?.waiting === 0);
  computer.folder.isFull = true;
  await desktop.tell('locked', 0);
  expect(desktop.view()).toMatchObject({ notes: [{ kind: 'diskFull' }], active: { run: {} } });
  computer.folder.isFull = false;
  await desktop.act({ kind: 'dismissNotes' });
  await desktop.tell('locked', 0);
  expect(desktop.view()).toMatchObject({ notes: [], active: { run: null } });
  desktop.close();
});

test('a link of the Apps page pairs after the person agreed, without a PIN', async () => {
  const who = await person();
  const desktop = await createComputer().open();
  const { body } = await stage.ask(who, 'POST', '/api/rest/apps/link', {}, { host: new URL(address).host });
  expect(desktop.openLink(String(body['data']?.['link']))).not.toBeNull();
  expect(desktop.view().pairing).toEqual({
    kind: 'linkAsked',
    address: { baseUrl: address, collection: null },
  });
  expect(desktop.view().organizations).toEqual([]);
  await desktop.act({ kind: 'agreeToLink' });
  const view = await until(desktop, ({ active }) => active?.connection.kind === 'online');
  expect(view.organizations).toMatchObject([{ name: 'Demo' }]);
  desktop.close();
});

const appsOf = async (who: Person) =>
  (await stage.ask(who, 'GET', '/api/rest/apps')).body.data as unknown as readonly unknown[];

test('unpairing here ends the tokens on the server', async () => {
  const who = await person();
  const { computer, desktop } = await paired(who);
  expect(await appsOf(who)).toHaveLength(1);
  await desktop.act({ kind: 'unpair', id: desktop.view().organizations[0]?.id ?? '' });
  await expect.poll(() => appsOf(who)).toEqual([]);
  await expect.poll(() => computer.folder.files.get('pairings')).toContain('"ended":[]');
  desktop.close();
});

test('unpairing without a connection ends them as soon as the server answers, also after a new start', async () => {
  const who = await person();
  const { computer, desktop } = await paired(who);
  computer.isOnline = false;
  await desktop.act({ kind: 'unpair', id: desktop.view().organizations[0]?.id ?? '' });
  expect(desktop.view().organizations).toEqual([]);
  desktop.close();
  expect(await appsOf(who)).toHaveLength(1);
  expect(computer.folder.files.get('pairings')).not.toContain('refreshToken');
  computer.isOnline = true;
  const again = await computer.open();
  await expect.poll(() => appsOf(who)).toEqual([]);
  again.close();
});
