import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStage } from './testing/stage.ts';
import { until } from './testing/until.ts';

// Each step waits for what it looks at; this only ends a test that would wait for ever.
vi.setConfig({ testTimeout: 180_000 });

let stage: Awaited<ReturnType<typeof openStage>>;

beforeAll(async () => {
  stage = await openStage();
  await stage.start();
}, 120_000);
afterAll(() => stage?.close());

const windows = async () =>
  (await stage.computer.x('xdotool', 'search', '--onlyvisible', '--name', '^Stint'))
    .split('\n')
    .filter(Boolean);

test('the first start pairs by PIN with the real server', async () => {
  await stage.pair();
  await stage.picture('lab-paired');
});

test('what is started in the window is on the server, and what the web starts is in the window', async () => {
  const page = stage.page();
  await page.getByRole('button', { name: 'Start tracking' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('from the desktop');
  await page.getByRole('textbox', { name: 'Description' }).press('Control+Enter');
  await page.getByRole('timer').waitFor();
  await until(stage.isRunning, 'the track on the server');
  await until(async () => (await stage.computer.bus.icon()).includes('tracking'), 'the tracking icon');
  expect(await stage.computer.bus.tooltip()).toContain('from the desktop');
  await stage.server.ask(stage.who, 'POST', '/api/tracking/client/startTracking', { remark: 'from the web' });
  await page.getByRole('banner').getByText('from the web').waitFor();
});

test('the tray’s menu stops, and its last items start again', async () => {
  const { bus } = stage.computer;
  expect(await bus.menu()).toEqual(
    expect.arrayContaining([
      'Stop tracking',
      'Show the window',
      'Add time',
      'Organizations',
      'Disconnect …',
      'Quit',
    ]),
  );
  await bus.choose('Stop tracking');
  await until(async () => !(await stage.isRunning()), 'the stop');
  await until(async () => (await bus.menu()).includes('from the desktop'), 'the last items');
  await bus.choose('from the desktop');
  await until(stage.isRunning, 'the track');
  await until(async () => (await bus.menu()).includes('Stop tracking'), 'the track in the menu');
});

test('hotkeys work wherever the focus is', async () => {
  await stage.computer.x('xdotool', 'key', 'ctrl+alt+t');
  await until(async () => !(await stage.isRunning()), 'the stop by hotkey');
  await stage.computer.x('xdotool', 'key', 'ctrl+alt+n');
  await stage.page().getByRole('form', { name: 'Add time' }).waitFor();
  await stage.page().getByRole('button', { name: 'Cancel' }).click();
});

test('an activity check is a notification, and its button answers', async () => {
  const { computer, server } = stage;
  const page = stage.page();
  const ask = async (activityCheckEvery: number | null, activityCheckAnswerWithin: number) =>
    expect(
      await server.ask(server.people.administrator, 'PATCH', '/api/rest/settings', {
        activityCheckEvery,
        activityCheckAnswerWithin,
      }),
    ).toMatchObject({ status: 200 });
  const untilAsked = async () => {
    await stage.makeEarlier(3600);
    await until(async () => (await stage.state()).trackingState === 'activityCheck', 'the check');
  };
  // However slow all is, there is time to answer.
  await ask(3600, 3599);
  await computer.bus.choose('from the desktop');
  await until(stage.isRunning, 'the track');
  await untilAsked();
  const isTheQuestion = ({ title }: { readonly title: string }) => title.includes('Are you still working on');
  await until(() => computer.bus.shown.some(isTheQuestion), 'the notification');
  const shown = computer.bus.shown.find(isTheQuestion);
  expect(shown?.actions).toContain('Yes, go on');
  computer.bus.press(shown?.id ?? 0, '0');
  await until(stage.isRunning, 'the answer');
  await until(() => computer.bus.shown.every(({ isClosed }) => isClosed), 'the end of the notification');

  const dialog = page.getByRole('dialog', { name: 'Still there?' });
  await untilAsked();
  await dialog.waitFor();
  await computer.x('xdotool', 'key', 'ctrl+alt+a');
  await until(stage.isRunning, 'the answer by hotkey');
  await dialog.waitFor({ state: 'detached' });

  await untilAsked();
  await dialog.waitFor();
  await page.evaluate("window.stint.act({ kind: 'settings', change: { inputConfirmsActivity: true } })");
  await computer.x('xdotool', 'mousemove', '30', '30');
  await until(stage.isRunning, 'the answer by the mouse');
  await page.evaluate("window.stint.act({ kind: 'settings', change: { inputConfirmsActivity: false } })");
  await ask(null, 300);
});

test('settings hold: login start, always on top, and the locked screen that stops the track', async () => {
  const page = stage.page();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Stop tracking when the computer is locked' }).click();
  await page.getByRole('switch', { name: 'Start when I log in' }).click();
  await page.getByRole('switch', { name: 'Window always on top' }).click();
  await until(
    async () => (await stage.computer.readConfig('autostart/stint.desktop')) !== null,
    'the autostart file',
  );
  expect(await stage.computer.readConfig('autostart/stint.desktop')).toContain('--hidden');
  const [id = ''] = await windows();
  await until(
    async () => (await stage.computer.x('xprop', '-id', id, '_NET_WM_STATE')).includes('ABOVE'),
    'always on top',
  );
  await stage.picture('lab-settings');
  await until(stage.isRunning, 'the track');
  stage.computer.bus.setLocked(true);
  await until(async () => !(await stage.isRunning()), 'the stop by the lock');
  stage.computer.bus.setLocked(false);
  await page.getByRole('button', { name: 'Total today' }).click();
});

test('the small bar takes the window’s place and gives it back', async () => {
  const [window = ''] = await windows();
  await stage.page().getByRole('button', { name: 'Small bar' }).click();
  await until(async () => {
    const shown = await windows();
    return shown.length === 1 && shown[0] !== window;
  }, 'the bar alone');
  await stage.computer.bus.choose('Show the window');
  await until(async () => (await windows()).join() === window, 'the window alone');
});

test('closing the window keeps the app in the tray, whose icon, menu and hotkey bring it back', async () => {
  const { x, bus } = stage.computer;
  for (const show of [
    () => bus.choose('Show the window'),
    () => bus.click(),
    () => x('xdotool', 'key', 'ctrl+alt+s'),
  ]) {
    const [window = ''] = await windows();
    await x('wmctrl', '-i', '-c', window);
    await until(async () => (await windows()).length === 0, 'the end of the window');
    expect(await bus.menu()).toContain('Quit');
    // The lab hears that Chromium has closed the window a moment after the window is gone; what was asked for until then is undone.
    await until(async () => {
      await show();
      await sleep(1_000);
      return (await windows()).length === 1;
    }, 'the window again');
  }
  await stage.findWindow();
  await stage.page().getByRole('heading', { name: 'Total today' }).waitFor();
});

test('a link pairs only after the person agrees; a second start hands it to the first', async () => {
  const page = stage.page();
  const link = `stint://pair?server=${encodeURIComponent(stage.address)}&code=${'x'.repeat(24)}`;
  await once(stage.computer.startApp([link]), 'exit');
  await page.getByText('A page wants to pair this app').waitFor();
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await page.getByText('The minute for the PIN or link is over.').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('heading', { name: 'Total today' }).waitFor();
});

test('kill -9 in the middle of an offline booking loses nothing, and the server gets it once', async () => {
  stage.line.become('refusing');
  await stage.page().getByText('No connection to the server.').waitFor();
  await stage.computer.bus.choose('Add time');
  await stage.page().getByRole('textbox', { name: 'Description' }).fill('before the kill');
  await stage
    .page()
    .getByRole('form', { name: 'Add time' })
    .getByRole('button', { name: 'Add time' })
    .click();
  // The card, not the field it was typed into.
  await stage.page().getByRole('listitem').filter({ hasText: 'before the kill' }).first().waitFor();
  await stage.picture('lab-offline');
  await stage.kill();
  await stage.start();
  await stage.page().getByText('before the kill').first().waitFor();
  await stage.page().getByText('Not sent yet').first().waitFor();
  stage.line.become('open');
  await stage.page().getByRole('button', { name: 'Try now' }).click();
  await until(async () => (await stage.page().getByText('Not sent yet').count()) === 0, 'the sending');
  expect((await stage.worklogs()).filter(({ comment }) => comment === 'before the kill')).toHaveLength(1);
});
