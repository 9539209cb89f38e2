import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from './testing/computer.ts';
import { openStage } from './testing/stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;

beforeAll(async () => {
  stage = await openStage();
  await stage.start();
  await stage.pair();
}, 120_000);
afterAll(() => stage?.close());

test('who was away for longer than the setting is asked; the discarded time is not booked', async () => {
  const page = stage.page();
  await page.evaluate("window.stint.act({ kind: 'settings', change: { idleAfterMinutes: 1 } })");
  const begun = Date.now();
  await page.getByRole('button', { name: 'Start tracking' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('before lunch');
  await page.getByRole('textbox', { name: 'Description' }).press('Control+Enter');
  await until(stage.isRunning, 'the track');
  // What was tracked before the absence has to be seconds: a track of none leaves no worklog.
  await sleep(3_000);
  await stage.computer.x('xdotool', 'mousemove', '20', '20');
  const used = await stage.processorTime();
  await sleep(63_000);
  const share = ((await stage.processorTime()) - used) / 63;
  console.log(`The main process used ${(share * 100).toFixed(2)} % of a processor while tracking.`);
  await stage.computer.x('xdotool', 'mousemove', '40', '40');
  await page.getByRole('dialog', { name: 'Welcome back' }).waitFor();
  await stage.picture('lab-question');
  await page.getByRole('button', { name: 'Discard it' }).click();
  await until(async () => (await stage.worklogs()).length > 0, 'the worklog');
  await until(stage.isRunning, 'the track that goes on');
  await page.getByRole('button', { name: 'Stop tracking' }).click();
  await until(async () => !(await stage.isRunning()), 'the stop');
  await until(async () => (await page.getByText('Not sent yet').count()) === 0, 'the sending');
  const total = (await stage.worklogs()).reduce((sum, { length }) => sum + length, 0);
  // All but the minute of the absence.
  expect(total).toBeLessThanOrEqual((Date.now() - begun) / 1000 - 60);
}, 240_000);
