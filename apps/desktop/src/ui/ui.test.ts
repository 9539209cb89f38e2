import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '@stint/domain';
import type { DesktopView } from '../core/app/view.ts';
import { activeSample, DEVELOPMENT, NOON, NOT_SET, sampleView, withActive } from './testing/sample-view.ts';
import { openStage } from './testing/stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const subject = {
  workItem: null,
  workItemId: null,
  comment: 'x',
  activityTypeId: DEVELOPMENT,
  isBillable: null,
};
const conflicts = [
  {
    id: 'k',
    conflict: {
      change: { kind: 'book', id: 'k', startedAt: NOON, length: 3600, subject, isTracked: false },
      reason: { kind: 'refused', code: 'ApprovalStateFailed', message: 'The week is approved.' },
    },
  },
  {
    id: 'l',
    conflict: {
      change: {
        kind: 'edit',
        id: 'l',
        workLogId: 'a',
        before: activeSample.days[0]?.entries[0]?.fields,
        after: {},
        isForced: false,
      },
      reason: { kind: 'changedElsewhere', theirs: activeSample.days[0]?.entries[1]?.fields },
    },
  },
] as unknown as DesktopView['active'] extends infer A
  ? A extends { conflicts: infer C }
    ? C
    : never
  : never;
const address = { baseUrl: 'https://time.example.com', collection: null };

/** Every screen by name: what is shown, and the key presses or clicks that lead there. */
const screens: [string, DesktopView, string | null][] = [
  ['tracking', sampleView, null],
  ['idle', withActive({ run: null }), null],
  ['details', sampleView, 'Retry failed uploads Development · 09:10'],
  ['start', sampleView, 'request:start'],
  ['add', sampleView, 'request:addTime'],
  ['settings', sampleView, 'request:settings'],
  ['organizations', sampleView, 'request:organizations'],
  ['conflicts', withActive({ conflicts }), 'button:Decide'],
  [
    'offline',
    withActive({
      waiting: 2,
      connection: { kind: 'waiting', trouble: 'unreachable', message: null, failures: 1, retryAt: NOON },
    }),
    null,
  ],
  ['question', withActive({ question: { from: instant(NOON - 3_000_000), until: NOON } }), null],
  ['check', withActive({ activityCheck: { answerBy: instant(NOON + 60_000) } }), null],
  ['pairing', { ...sampleView, active: null, organizations: [] }, null],
  [
    'pin',
    { ...sampleView, active: null, organizations: [], pairing: { kind: 'pin', address, pin: '047112' } },
    null,
  ],
  [
    'notes',
    {
      ...sampleView,
      notes: [
        { kind: 'damagedFile', file: '/x/demo.journal' },
        { kind: 'clockSetBack', by: 3_600_000 },
      ],
      update: { kind: 'ready', version: '0.2.0', isAsked: true },
    },
    null,
  ],
];

test.each(screens)(
  'the screen %s is accessible in light and dark, and fits at 100 and 200 percent',
  async (name, view, way) => {
    const { page, request, picture, expectAccessible, faults } = await stage.open(view);
    if (way?.startsWith('request:')) await request(way.slice('request:'.length));
    else if (way?.startsWith('button:'))
      await page.getByRole('button', { name: way.slice('button:'.length) }).click();
    else if (way) await page.getByRole('button', { name: way }).first().click();
    await page.locator('main').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
      await picture(`${name}-${colorScheme}`);
      await expectAccessible();
    }
    // Half the width is what a person sees of the same window at 200 percent.
    await page.setViewportSize({ width: 380, height: 260 });
    await picture(`${name}-200`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(faults).toEqual([]);
    await page.context().close();
  },
  60_000,
);

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
    await page.context().close();
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

test('a refusal of the app is told and can be put away', async () => {
  const { page, answerWith } = await stage.open(sampleView);
  answerWith({ ok: false, problem: 'diskFull', message: '' });
  await page.getByRole('button', { name: 'Stop tracking' }).click();
  await page.getByText('There is no room on the disk').waitFor();
  await page.getByRole('button', { name: 'OK' }).click();
  await expect.poll(() => page.getByText('There is no room on the disk').count()).toBe(0);
});

test('the small bar shows what runs, stops it and opens the window', async () => {
  const { page, asked, picture, expectAccessible } = await stage.open(sampleView, {
    hash: '#mini',
    viewport: { width: 360, height: 44 },
  });
  await page.getByRole('button', { name: 'Stop tracking' }).click();
  await page.getByRole('button', { name: 'Open the window' }).click();
  await picture('mini');
  await expectAccessible();
  expect(asked).toEqual([{ kind: 'time', command: { kind: 'stop' } }, { window: { kind: 'expand' } }]);
});

test.each(['de', 'fr', 'es', 'pl'])('the window speaks %s', async (language) => {
  const { page, faults, picture } = await stage.open({
    ...sampleView,
    settings: { ...sampleView.settings, language },
  });
  await page.getByRole('timer').waitFor();
  await picture(`language-${language}`);
  expect(await page.getByText('Total today').count()).toBe(0);
  expect(faults).toEqual([]);
});
