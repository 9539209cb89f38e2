import { defaultSettings } from '@stint/contract';
import { expect, test } from 'vitest';
import { lettersOf } from './letters.ts';

const on = (rules: Partial<typeof defaultSettings>) =>
  lettersOf({ ...defaultSettings, ...rules })
    .filter(({ isOn }) => isOn)
    .map(({ name }) => name);

test('a new organization sends warnings and planned reports only', () => {
  expect(on({})).toEqual(['budget', 'connection', 'reports']);
});

test('reminders come where they are switched on', () => {
  const all = {
    reminderDailyLength: 1,
    reminderWeeklyLength: 1,
    reminderUnsubmitted: true,
    managerDigest: true,
  };
  expect(on(all)).toHaveLength(7);
  expect(on({ ...all, approvalsEnabled: false })).not.toContain('unsubmitted');
  expect(on({ ...all, approvalsEnabled: false })).not.toContain('digest');
});

test('without thresholds nobody is warned of budgets', () => {
  expect(on({ budgetThresholds: [] })).not.toContain('budget');
});

test('only reports that somebody planned cannot be declined', () => {
  const kept = lettersOf(defaultSettings).filter(({ canBeDeclined }) => !canBeDeclined);
  expect(kept.map(({ name }) => name)).toEqual(['reports']);
});
