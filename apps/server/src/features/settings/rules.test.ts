import { defaultSettings, type OrganizationSettings } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import { checkSettings } from './rules.ts';

const check = (change: Partial<OrganizationSettings>, before: Partial<OrganizationSettings> = {}) =>
  checkSettings(change, { ...defaultSettings, ...before, ...change });

describe('settings that have the right form and cannot be', () => {
  test.each<[Partial<OrganizationSettings>, RegExp]>([
    [{ timeZone: 'Europe/Atlantis' }, /timeZone: must be an IANA name/],
    [{ timeZone: '+02:00' }, /timeZone/],
    [{ locale: 'xx' }, /locale: xx is no language/],
    [{ locale: 'abc-defghijk' }, /locale/],
    [{ approvalStartDate: '2026-02-30' }, /approvalStartDate: there is no day 2026-02-30/],
    [{ approvalStartDate: '2026-13-01' }, /approvalStartDate/],
    [{ budgetThresholds: [50, 50] }, /budgetThresholds: must be distinct and ascending/],
    [{ budgetThresholds: [90, 50] }, /budgetThresholds/],
    [
      { activityCheckEvery: 300 },
      /activityCheckEvery: must be more than activityCheckAnswerWithin, which is 300 s/,
    ],
    [
      { activityCheckEvery: 600, activityCheckAnswerWithin: 600 },
      /activityCheckAnswerWithin: must be less than activityCheckEvery, which is 600 s/,
    ],
  ])('%j is refused', (change, message) => {
    expect(() => check(change)).toThrow(message);
  });

  test('the answer to an activity check is judged with the interval that holds', () => {
    expect(() => check({ activityCheckAnswerWithin: 900 }, { activityCheckEvery: 900 })).toThrow(/900 s/);
    expect(() => check({ activityCheckAnswerWithin: 899 }, { activityCheckEvery: 900 })).not.toThrow();
    expect(() => check({ activityCheckAnswerWithin: 9000 })).not.toThrow();
  });

  test('what is stored already and not touched is no obstacle', () => {
    const old = { activityCheckEvery: 60, activityCheckAnswerWithin: 60, budgetThresholds: [9, 1] };
    expect(() => check({ noOverlap: true }, old)).not.toThrow();
  });

  test.each<Partial<OrganizationSettings>>([
    { timeZone: 'Asia/Kolkata', locale: 'de-CH' },
    { approvalStartDate: '2024-02-29' },
    { approvalStartDate: null },
    { budgetThresholds: [] },
    { budgetThresholds: [1, 2, 1000] },
    { activityCheckEvery: null },
  ])('%j is fine', (change) => {
    expect(() => check(change)).not.toThrow();
  });
});
