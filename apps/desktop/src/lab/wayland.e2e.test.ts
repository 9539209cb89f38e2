import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { until } from './testing/computer.ts';
import { openStage } from './testing/stage.ts';

// Each step waits for what it looks at; this only ends a test that would wait for ever.
vi.setConfig({ testTimeout: 240_000 });

let stage: Awaited<ReturnType<typeof openStage>>;

beforeAll(async () => {
  stage = await openStage('wayland');
  await stage.start();
  await stage.pair();
}, 180_000);
afterAll(() => stage?.close());

test('what a Wayland session does not give is said in Settings, and nothing is asked of it', async () => {
  const page = stage.page();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('This desktop does not tell how long nobody has used it').waitFor();
  await page.getByText('This desktop (Wayland) gives programs no hotkeys.').waitFor();
  expect(await page.getByLabel('Ask about my absence after').isDisabled()).toBe(true);
  expect(await page.getByRole('switch', { name: 'Hotkeys' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Set hotkeys' }).isDisabled()).toBe(true);
  await stage.picture('lab-wayland');
  await stage.computer.x('xdotool', 'key', 'ctrl+alt+n');
  expect(await page.getByRole('form', { name: 'Add time' }).count()).toBe(0);
});

test('a compositor that tells the idle time is believed: the question after an absence comes', async () => {
  const page = stage.page();
  await stage.computer.bus.tellIdle(0);
  await until(async () => !(await page.getByLabel('Ask about my absence after').isDisabled()), 'the setting');
  await page.evaluate("window.stint.act({ kind: 'settings', change: { idleAfterMinutes: 1 } })");
  const subject = {
    workItem: null,
    workItemId: null,
    comment: 'by Wayland',
    activityTypeId: '00000000-0000-0000-0000-000000000000',
    isBillable: null,
  };
  await page.evaluate(
    `window.stint.act(${JSON.stringify({ kind: 'time', command: { kind: 'start', subject } })})`,
  );
  await until(stage.isRunning, 'the track');
  const begun = Date.now();
  // The compositor counts what the app sees; nobody has to wait.
  const tick = setInterval(() => void stage.computer.bus.tellIdle((Date.now() - begun) / 1000), 500);
  await sleep(62_000);
  clearInterval(tick);
  await stage.computer.bus.tellIdle(0);
  await page.getByRole('dialog', { name: 'Welcome back' }).waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog', { name: 'Welcome back' }).waitFor({ state: 'detached' });
  expect(await stage.isRunning()).toBe(true);
});
