import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '@stint/domain';
import { activeSample, DEVELOPMENT, NOON, NOT_SET, sampleView, withActive } from './testing/sample-view.ts';
import { conflicts } from './testing/screens.ts';
import { openStage } from './testing/stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('a track can be started, stopped and found again with the keyboard alone', async () => {
  const { page, asked, show } = await stage.open(withActive({ run: null }));
  await page.getByRole('button', { name: 'Start tracking', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Work item' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: /Retry failed uploads/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Description' }).focus();
  await page.keyboard.type('by keyboard');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Total today' }).waitFor();
  expect(asked).toMatchObject([
    {
      kind: 'time',
      command: {
        kind: 'start',
        subject: { workItemId: 1001, comment: 'by keyboard', activityTypeId: DEVELOPMENT },
      },
    },
  ]);
  await show(sampleView);
  await page.getByRole('button', { name: 'Stop tracking' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked.at(-1)).toMatchObject({ kind: 'time', command: { kind: 'stop' } });
});

test('arrow keys that are pressed before the search has answered count', async () => {
  const { page, request, holdSearch } = await stage.open(withActive({ run: null }));
  const release = await holdSearch();
  await request('start');
  await page.getByRole('combobox', { name: 'Work item' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('option').count()).toBe(0);
  await release();
  await page.getByRole('option', { name: /First-run tour/, selected: true }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('option', { name: /Retry failed uploads/, selected: true }).waitFor();
});

test('a required field that is missing disables the button and says which', async () => {
  const rules = { ...activeSample.rules, isWorkItemRequired: true, isActivityTypeRequired: true };
  const { page, request } = await stage.open(
    withActive({ run: null, rules, defaultActivityTypeId: NOT_SET }),
  );
  await request('start');
  const button = page.getByRole('button', { name: 'Start tracking', exact: true });
  await page.getByText('Choose a work item.').waitFor();
  expect(await button.isDisabled()).toBe(true);
  await page.getByRole('combobox', { name: 'Work item' }).click();
  await page.getByRole('option').first().click();
  await page.getByText('Choose an activity type.').waitFor();
  await page.getByRole('button', { name: /Activity type/ }).click();
  await page
    .getByRole('menuitemradio', { name: 'Development' })
    .or(page.getByRole('menuitem', { name: 'Development' }))
    .click();
  await expect.poll(() => button.isDisabled()).toBe(false);
});

test('Add Time takes presets, a typed duration, or from and to', async () => {
  const { page, asked, request } = await stage.open(sampleView);
  await request('addTime');
  await page.getByRole('textbox', { name: 'Description' }).fill('planning');
  await page.getByRole('button', { name: '0.5 h' }).click();
  expect(await page.getByLabel('Duration', { exact: true }).inputValue()).toBe('0:30');
  await page.getByLabel('From').fill('09:00');
  await page.getByLabel('To', { exact: true }).fill('10:15');
  expect(await page.getByLabel('Duration', { exact: true }).inputValue()).toBe('1:15');
  await page.getByLabel('Duration', { exact: true }).fill('1h30m');
  expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('10:30');
  await page.getByRole('button', { name: 'Add time' }).click();
  await expect
    .poll(() => asked)
    .toMatchObject([
      {
        kind: 'time',
        command: {
          kind: 'book',
          timestamp: '2026-11-20T09:00:00',
          length: 5400,
          subject: { comment: 'planning' },
        },
      },
    ]);
});

test('a card opens its details and closes them again; edit changes only what was changed; delete asks first', async () => {
  const { page, asked } = await stage.open(sampleView);
  const card = page.getByRole('button', { name: /First-run tour.*07:40/ });
  await card.click();
  await page.getByRole('region', { name: 'Details' }).waitFor();
  await card.click();
  await page.getByRole('heading', { name: 'Total today' }).waitFor();
  await card.click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('with Bob');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => asked)
    .toMatchObject([{ command: { kind: 'edit', workLogId: 'b', after: { comment: 'with Bob' } } }]);
  expect(Object.keys((asked[0] as { command: { after: object } }).command.after)).toEqual(['comment']);
  await card.click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => asked.at(-1)).toMatchObject({ command: { kind: 'remove', workLogId: 'b' } });
});

test('the clock runs on, and today’s total with it', async () => {
  const { page } = await stage.open(sampleView);
  const clock = page.getByRole('timer');
  const first = await clock.textContent();
  expect(first).toMatch(/^0:47:\d\d$/);
  await expect.poll(() => clock.textContent()).not.toBe(first);
  expect(await page.getByTestId('total-today').textContent()).toBe('4:33');
});

test('the question after an absence takes each answer; Escape discards', async () => {
  const view = withActive({ question: { from: instant(NOON - 3_000_000), until: NOON } });
  for (const [name, answer] of [
    ['Keep it', { kind: 'keep' }],
    ['Discard it', { kind: 'discard' }],
    ['Make a worklog of its own of it', { kind: 'split' }],
  ] as const) {
    const { page, asked } = await stage.open(view);
    await page.getByRole('button', { name }).click();
    await expect.poll(() => asked).toEqual([{ kind: 'answerIdle', answer }]);
  }
  const { page, asked } = await stage.open(view);
  await page.getByRole('button', { name: 'Book it on something else' }).click();
  await page.getByRole('combobox', { name: 'Work item' }).click();
  await page.getByRole('option', { name: /First-run tour/ }).click();
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect.poll(() => asked).toMatchObject([{ answer: { kind: 'book', subject: { workItemId: 1042 } } }]);
  await page.keyboard.press('Escape');
  await expect.poll(() => asked.at(-1)).toEqual({ kind: 'answerIdle', answer: { kind: 'discard' } });
});

test('a hotkey is set by pressing it; one that is taken or used here is refused', async () => {
  const { page, asked, request } = await stage.open(sampleView);
  await request('hotkeys');
  const set = page.getByRole('button', { name: 'Set the hotkey of Show the window' });
  await set.click();
  await page.keyboard.press('Control+Alt+T');
  await page.getByText('Another action here has this combination already.').waitFor();
  await page.keyboard.press('Control+Alt+L');
  await page.getByText('Another program has this combination.').waitFor();
  await page.keyboard.press('Control+Shift+9');
  await expect
    .poll(() => asked.filter((each) => (each as { kind?: string }).kind === 'settings'))
    .toEqual([{ kind: 'settings', change: { hotkeys: { show: 'Control+Shift+9' } } }]);
});

test('the channel of updates is chosen where the app can update itself', async () => {
  const { page, asked, request, show } = await stage.open(sampleView);
  await request('settings');
  await page.getByLabel('Updates').selectOption('Beta');
  await expect.poll(() => asked).toEqual([{ kind: 'settings', change: { updateChannel: 'beta' } }]);
  await show({ ...sampleView, system: { ...sampleView.system, canUpdate: false } });
  await expect.poll(() => page.getByLabel('Updates').isDisabled()).toBe(true);
  await page.getByText('was not installed from a package').waitFor();
});

test.each([
  ['Restart now', 'now'],
  ['When nothing is tracked', 'whenIdle'],
  ['Later', 'later'],
])('a new version asks before it restarts: %s', async (name, answer) => {
  const { page, asked } = await stage.open({
    ...sampleView,
    update: { kind: 'ready', version: '0.2.0', isAsked: true },
  });
  await page.getByText('Version 0.2.0 is ready.').waitFor();
  await page.getByRole('button', { name }).click();
  await expect.poll(() => asked).toEqual([{ kind: 'update', answer }]);
});

test('a refusal of the app is told and can be put away; a full disk is told once', async () => {
  const { page, answerWith, show } = await stage.open(sampleView);
  answerWith({ ok: false, problem: 'refused', message: 'The week is approved.' });
  await page.getByRole('button', { name: 'Stop tracking' }).click();
  await page.getByText('The week is approved.').waitFor();
  await page.getByRole('button', { name: 'OK' }).click();
  await expect.poll(() => page.getByText('The week is approved.').count()).toBe(0);
  answerWith({ ok: false, problem: 'diskFull', message: '' });
  await page.getByRole('button', { name: 'Stop tracking' }).click();
  await show({ ...sampleView, notes: [{ kind: 'diskFull' }] });
  await page.getByText('There is no room on the disk').waitFor();
  expect(await page.getByText('There is no room on the disk').count()).toBe(1);
});

test('an edit never takes back what somebody else changed while its form was open', async () => {
  const { page, asked, show } = await stage.open(sampleView);
  await page.getByRole('button', { name: /First-run tour.*07:40/ }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('with Bob');
  const days = activeSample.days.map((day) => ({
    ...day,
    entries: day.entries
      .filter(({ id }) => id !== 'a')
      .map((each) => ({ ...each, length: 60, fields: { ...each.fields, length: 60 } })),
  }));
  await show(withActive({ days }));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => asked)
    .toMatchObject([
      { command: { workLogId: 'b', before: { length: 5400 }, after: { comment: 'with Bob' } } },
    ]);
  expect(Object.keys((asked[0] as { command: { after: object } }).command.after)).toEqual(['comment']);
});

test('a form about the time of one organization ends when another one is shown', async () => {
  const { page, request, show } = await stage.open(sampleView);
  await request('addTime');
  await page.getByRole('textbox', { name: 'Description' }).fill('for Contoso');
  await show(withActive({ id: 'other' }));
  await page.getByRole('heading', { name: 'Total today' }).waitFor();
  await request('settings');
  await show(sampleView);
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
});

test('pairing another organization can be left for anything else', async () => {
  const address = { baseUrl: 'https://time.example.com', collection: null };
  const { page, asked, show } = await stage.open({
    ...sampleView,
    pairing: { kind: 'pin', address, pin: '047112' },
  });
  await page.getByTestId('pin').waitFor();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect.poll(() => asked).toEqual([{ kind: 'cancelPairing' }]);
  await show(sampleView);
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
});

test('an organization that is not shown asks too, and one click leads there', async () => {
  const organizations = sampleView.organizations.map((each) => ({
    ...each,
    asks: each.isActive ? null : ('activity' as const),
  }));
  const { page, asked } = await stage.open({ ...sampleView, organizations });
  await page.getByText('Fabrikam asks whether you are still there.').waitFor();
  await page.getByRole('button', { name: 'Switch to Fabrikam' }).click();
  await expect.poll(() => asked).toEqual([{ kind: 'activate', id: 'other' }]);
});

test('a booking that the server refused can be changed; the refused one is given up only when the other is saved', async () => {
  const { page, asked, answerWith } = await stage.open(withActive({ conflicts }));
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByLabel('Date').fill('2026-11-23');
  answerWith({ ok: false, problem: 'diskFull', message: '' });
  await page.getByRole('button', { name: 'Add time', exact: true }).click();
  await expect.poll(() => asked).toMatchObject([{ command: { kind: 'book' } }]);
  answerWith({ ok: true });
  await page.getByRole('button', { name: 'Add time', exact: true }).click();
  await expect
    .poll(() => asked.slice(1))
    .toMatchObject([
      {
        command: {
          kind: 'book',
          timestamp: '2026-11-23T12:00:00',
          length: 3600,
          subject: { comment: 'Planning of the next quarter' },
        },
      },
      { kind: 'resolve', changeId: 'k', choice: 'theirs' },
    ]);
});

test.each([
  ['duration', ['Date', 'Duration']],
  ['fromTo', ['Date', 'From', 'To']],
  ['both', ['Date', 'From', 'To', 'Duration']],
] as const)('Add Time asks for what the person wants to be asked for: %s', async (addTimeMode, wanted) => {
  const { page, request } = await stage.open(withActive({ rules: { ...activeSample.rules, addTimeMode } }));
  await request('addTime');
  await page.getByLabel('Date').waitFor();
  const there = [];
  for (const name of ['Date', 'From', 'To', 'Duration'])
    if ((await page.getByLabel(name, { exact: true }).count()) > 0) there.push(name);
  expect(there).toEqual(wanted);
});

test('the hotkey for a new track leads to the search, which offers something at once', async () => {
  const { page, request } = await stage.open(withActive({ run: null }));
  await request('start');
  await page.getByRole('option', { name: /Retry failed uploads/ }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
});

test('lengths are written as the person has them', async () => {
  const { page } = await stage.open(
    withActive({ run: null, rules: { ...activeSample.rules, durationFormat: '0.00' } }),
  );
  await expect.poll(() => page.getByTestId('total-today').textContent()).toBe('3.75');
});

test('the small bar shows what runs, stops it and opens the window', async () => {
  const { page, asked } = await stage.open(sampleView, {
    hash: '#mini',
    viewport: { width: 360, height: 44 },
  });
  await page.getByRole('button', { name: 'Stop tracking' }).click();
  await page.getByRole('button', { name: 'Open the window' }).click();
  expect(asked).toEqual([{ kind: 'time', command: { kind: 'stop' } }, { window: { kind: 'expand' } }]);
});

test('what the small bar could not do opens the window, where it is told', async () => {
  const options = { hash: '#mini', viewport: { width: 360, height: 44 } };
  const { page, asked, show } = await stage.open(sampleView, options);
  await page.getByRole('timer').waitFor();
  expect(asked).toEqual([]);
  await show({ ...sampleView, notes: [{ kind: 'diskFull' }] });
  await expect.poll(() => asked).toEqual([{ window: { kind: 'expand' } }]);
});

test.each(['de', 'fr', 'es', 'pl'])('the window speaks %s', async (language) => {
  const { page, faults } = await stage.open({
    ...sampleView,
    settings: { ...sampleView.settings, language },
  });
  await page.getByRole('timer').waitFor();
  expect(await page.getByText('Total today').count()).toBe(0);
  expect(faults).toEqual([]);
});
