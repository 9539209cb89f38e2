import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DesktopView } from '../core/app/view.ts';
import { openStage } from './testing/stage.ts';
import { until } from './testing/until.ts';

// Each step waits for what it looks at; this only ends a test that would wait for ever.
vi.setConfig({ testTimeout: 240_000 });

type Stage = Awaited<ReturnType<typeof openStage>>;

/** A minute without input, and what the app needs to notice it; milliseconds. */
const AWAY = 63_000;
const askAfterOneMinute = "window.stint.act({ kind: 'settings', change: { idleAfterMinutes: 1 } })";

let x11: Stage;
let wayland: Stage;
/** When the track on the X11 computer was started and when its mouse moved last, with the processor time used until then. */
let absence: { readonly begun: number; readonly left: number; readonly used: number };

// The X server counts true seconds, so that a minute has to pass on one computer. The other one is looked at meanwhile.
beforeAll(async () => {
  x11 = await openStage();
  await x11.start();
  await x11.pair();
  absence = await leave(x11);
  wayland = await openStage('wayland');
  await wayland.server.ask(wayland.who, 'POST', '/api/tracking/client/startTracking', { remark: 'work' });
  await wayland.makeEarlier(3600);
  await wayland.start();
  await wayland.pair();
}, 240_000);
afterAll(async () => {
  await Promise.all([x11?.close(), wayland?.close()]);
});

async function leave(stage: Stage): Promise<typeof absence> {
  const page = stage.page();
  await page.evaluate(askAfterOneMinute);
  const begun = Date.now();
  await page.getByRole('button', { name: 'Start tracking' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('before lunch');
  await page.getByRole('textbox', { name: 'Description' }).press('Control+Enter');
  await until(stage.isRunning, 'the track');
  // What was tracked before the absence has to be seconds: a track of none leaves no worklog.
  await sleep(3_000);
  await stage.computer.x('xdotool', 'mousemove', '20', '20');
  return { begun, left: Date.now(), used: await stage.processorTime() };
}

test('what a Wayland session does not give is said in Settings, and nothing is asked of it', async () => {
  const page = wayland.page();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('This desktop does not tell how long nobody has used it').waitFor();
  await page.getByText('This desktop (Wayland) gives programs no hotkeys.').waitFor();
  expect(await page.getByLabel('Ask about my absence after').isDisabled()).toBe(true);
  expect(await page.getByRole('switch', { name: 'Hotkeys' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Set hotkeys' }).isDisabled()).toBe(true);
  await wayland.picture('lab-wayland');
  await wayland.computer.x('xdotool', 'key', 'ctrl+alt+n');
  expect(await page.getByRole('form', { name: 'Add time' }).count()).toBe(0);
});

test('a compositor that tells the idle time is believed: the question after an absence comes', async () => {
  const page = wayland.page();
  const { bus } = wayland.computer;
  const dialog = page.getByRole('dialog', { name: 'Welcome back' });
  await page.evaluate(askAfterOneMinute);
  await bus.tellIdle(0);
  await until(async () => !(await page.getByLabel('Ask about my absence after').isDisabled()), 'the setting');
  expect(await dialog.count()).toBe(0);
  // The compositor counts what the app sees; nobody has to wait.
  await bus.tellIdle(1800);
  await bus.tellIdle(0);
  await dialog.waitFor();
  const { active } = await page.evaluate<DesktopView>('window.stint.view()');
  const { from = 0, until: back = 0 } = active?.question ?? {};
  expect(back - from).toBeGreaterThanOrEqual(1_800_000);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await wayland.isRunning()).toBe(true);
});

test('who was away for longer than the setting is asked; the discarded time is not booked', async () => {
  const page = x11.page();
  const { begun, left, used } = absence;
  await sleep(left + AWAY - Date.now());
  const share = ((await x11.processorTime()) - used) / ((Date.now() - left) / 1000);
  console.log(`The main process used ${(share * 100).toFixed(2)} % of a processor while tracking.`);
  await x11.computer.x('xdotool', 'mousemove', '40', '40');
  await page.getByRole('dialog', { name: 'Welcome back' }).waitFor();
  await x11.picture('lab-question');
  await page.getByRole('button', { name: 'Discard it' }).click();
  await until(async () => (await x11.worklogs()).length > 0, 'the worklog');
  await until(x11.isRunning, 'the track that goes on');
  await page.getByRole('button', { name: 'Stop tracking' }).click();
  await until(async () => !(await x11.isRunning()), 'the stop');
  await until(async () => (await page.getByText('Not sent yet').count()) === 0, 'the sending');
  const total = (await x11.worklogs()).reduce((sum, { length }) => sum + length, 0);
  // All but the minute of the absence.
  expect(total).toBeLessThanOrEqual((Date.now() - begun) / 1000 - 60);
});
