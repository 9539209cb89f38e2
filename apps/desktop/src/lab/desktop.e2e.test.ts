import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { testServer } from '@stint/server/testing';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startComputer, until } from './testing/computer.ts';

let stage: Awaited<ReturnType<typeof testServer>>;
let computer: Awaited<ReturnType<typeof startComputer>>;
let address: string;
let app: ChildProcess;
let browser: Browser;
let page: Page;
let debuggingPort: number;

const pictures = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const who = () => stage.people.team;
type Worklog = { id: string; comment: string; length: number; timestamp: string };
const worklogs = async () =>
  (await stage.ask(who(), 'GET', '/api/rest/workLogs')).body.data as unknown as Worklog[];
const current = async () => (await stage.ask(who(), 'GET', '/api/tracking/client/current')).body['track'];
const isRunning = async () => (await current())?.['trackingState'] === ('tracking' as never);

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  [stage, computer] = await Promise.all([testServer(), startComputer()]);
  address = await stage.server.app.listen({ port: 0, host: '127.0.0.1' });
  stage.server.startJobs();
  debuggingPort = await freePort();
  await startApp();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await computer?.close();
  await stage?.close();
});

async function startApp(args: string[] = []): Promise<void> {
  app = computer.startApp([`--remote-debugging-port=${debuggingPort}`, ...args]);
  app.stderr?.on('data', (text: Buffer) => console.error(String(text)));
  await until(() => connect(), 'the window');
}

async function connect(): Promise<boolean> {
  try {
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`);
  } catch {
    return false;
  }
  const found = browser
    .contexts()[0]
    ?.pages()
    .find((each) => each.url().includes('index.html'));
  if (!found) return false;
  page = found;
  page.setDefaultTimeout(15_000);
  return true;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Lets the real main process end as a power cut would, with everything it started. */
async function killApp(): Promise<void> {
  const [pid] = (await computer.x('pgrep', '-P', String(app.pid))).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await once(app, 'exit');
  await browser.close();
  debuggingPort = await freePort();
}

const windowsShown = async () =>
  (await computer.x('xdotool', 'search', '--onlyvisible', '--name', '^Stint')).split('\n').filter(Boolean);

test('the first start pairs by PIN with the real server', async () => {
  await page.getByLabel('Address of the server').fill(address);
  await page.getByRole('button', { name: 'Next' }).click();
  const pin = await page.getByTestId('pin').textContent();
  expect((await stage.ask(who(), 'POST', '/api/rest/apps', { pin })).status).toBe(200);
  await page.getByRole('heading', { name: 'Total today' }).waitFor();
  await page.screenshot({ path: `${pictures}lab-paired.png` });
});

test('a track is started in the window; the web hears of it, and what the web does is painted within a second', async () => {
  await page.getByRole('button', { name: 'Start tracking' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('from the desktop');
  await page.getByRole('textbox', { name: 'Description' }).press('Control+Enter');
  await page.getByRole('timer').waitFor();
  await until(isRunning, 'the track on the server');
  await until(async () => (await computer.bus.icon()).includes('tracking'), 'the tracking icon');
  expect(await computer.bus.tooltip()).toContain('from the desktop');
  const begin = performance.now();
  await stage.ask(who(), 'POST', '/api/tracking/client/startTracking', { remark: 'from the web' });
  await page.getByText('from the web').first().waitFor();
  expect(performance.now() - begin).toBeLessThan(5_000);
});

test('the tray’s menu stops, and its last items start again', async () => {
  expect(await computer.bus.menu()).toEqual(
    expect.arrayContaining(['Stop tracking', 'Show the window', 'Add time', 'Quit']),
  );
  await computer.bus.choose('Stop tracking');
  await until(async () => !(await isRunning()), 'the stop');
  await until(async () => (await computer.bus.menu()).includes('from the desktop'), 'the last items');
  await computer.bus.choose('from the desktop');
  await until(isRunning, 'the track');
});

test('hotkeys work wherever the focus is', async () => {
  await computer.x('xdotool', 'key', 'ctrl+alt+t');
  await until(async () => !(await isRunning()), 'the stop by hotkey');
  await computer.x('xdotool', 'key', 'ctrl+alt+n');
  await page.getByRole('form', { name: 'Add time' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('a locked screen stops the track when the setting says so, and the setting is kept', async () => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Stop tracking when the computer is locked' }).click();
  await page.getByRole('switch', { name: 'Start when I log in' }).click();
  await page.getByRole('switch', { name: 'Window always on top' }).click();
  await until(
    async () => (await computer.readConfig('autostart/stint.desktop')) !== null,
    'the autostart file',
  );
  expect(await computer.readConfig('autostart/stint.desktop')).toContain('--hidden');
  const [id = ''] = await windowsShown();
  await until(
    async () => (await computer.x('xprop', '-id', id, '_NET_WM_STATE')).includes('ABOVE'),
    'always on top',
  );
  await computer.bus.choose('from the desktop');
  await until(isRunning, 'the track');
  computer.bus.setLocked(true);
  await until(async () => !(await isRunning()), 'the stop by the lock');
  computer.bus.setLocked(false);
});

test('the small bar takes the window’s place and gives it back', async () => {
  await page.getByRole('button', { name: 'Small bar' }).click();
  await until(
    async () =>
      (await computer.x('wmctrl', '-l')).split('\n').filter((line) => line.includes('Stint')).length === 1,
    'the bar alone',
  );
  await computer.bus.choose('Show the window');
  await until(async () => (await windowsShown()).length >= 1, 'the window');
});

test('a link pairs only after the person agrees; a second start hands it to the first', async () => {
  const second = computer.startApp([
    `stint://pair?server=${encodeURIComponent(address)}&code=${'x'.repeat(24)}`,
  ]);
  await once(second, 'exit');
  await page.getByText('A page wants to pair this app').waitFor();
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await page.getByText('The minute for the PIN or link is over.').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page
    .getByRole('heading', { name: /Total today|Settings/ })
    .first()
    .waitFor();
});

test('kill -9 in the middle of an offline booking loses nothing that was shown', async () => {
  const before = (await worklogs()).length;
  await stage.server.app.close().catch(() => undefined);
  await computer.bus.choose('Add time');
  await page.getByRole('textbox', { name: 'Description' }).fill('before the kill');
  await page.getByRole('form', { name: 'Add time' }).getByRole('button', { name: 'Add time' }).click();
  await page.getByText('before the kill').first().waitFor();
  await killApp();
  expect(before).toBeGreaterThan(0);
  await startApp();
  await page.getByText('before the kill').first().waitFor();
  await page
    .getByText(/Not sent yet/)
    .first()
    .waitFor();
});
