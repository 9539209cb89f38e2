import { type OrganizationSettings, PersonSettings, OrganizationSettings as Schema } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../refusal.ts';
import { changeReader } from './read-change.ts';

const read = changeReader<OrganizationSettings>(Schema, ['about']);

/** What a reader refuses a body with. */
function refusal(body: unknown, reader: (body: unknown) => unknown = read): string {
  try {
    return `read as ${JSON.stringify(reader(body))}`;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

describe('changed settings', () => {
  test('are what is named, in any letter case; numbers, truth values and choices as texts too', () => {
    const body = {
      NOOVERLAP: 'true',
      longesttrack: '7200',
      durationFormat: '0.00',
      OPERATION: 'READONLY',
      searchProjects: ['Atlas'],
      timezone: 'Europe/Berlin',
      othersTimeEditor: 'budget',
    };
    expect(read(body)).toEqual({
      noOverlap: true,
      longestTrack: 7200,
      durationFormat: '0.00',
      operation: 'readOnly',
      searchProjects: ['Atlas'],
      timeZone: 'Europe/Berlin',
      othersTimeEditor: 'Budget',
    });
  });

  test('keep null, which switches a rule off', () => {
    const off = { longestTrack: null, futureDays: null, quota: null, approvalStartDate: null };
    expect(read(off)).toEqual(off);
  });

  test('may be none, and may stand with what an answer has beside them', () => {
    expect([read({}), read({ about: { version: 3 }, locale: 'de' })]).toEqual([{}, { locale: 'de' }]);
  });

  test.each<[unknown, string | RegExp]>([
    [null, /body must be an object/],
    [[], /body must be an object/],
    ['x', /body must be an object/],
    [{ noOverlaps: true }, 'There is no setting "noOverlaps"; did you mean noOverlap?'],
    [{ zzz: 1 }, /There is no setting "zzz"; the settings are operation, /],
    [JSON.parse('{"__proto__": 1}'), /There is no setting "__proto__"/],
    [{ constructor: 1 }, /There is no setting "constructor"/],
    [{ noOverlap: true, NoOverlap: false }, 'noOverlap: is named twice.'],
    [{ noOverlap: null }, 'noOverlap: must be true or false; it was null.'],
    [{ noOverlap: 'yes' }, 'noOverlap: must be true or false; it was "yes".'],
    [{ noOverlap: '' }, 'noOverlap: must be true or false; it was "".'],
    [{ longestTrack: 0 }, 'longestTrack: must be a whole number from 1 to 31622400, or null; it was 0.'],
    [{ longestTrack: 1.5 }, /longestTrack: must be a whole number .* it was 1\.5/],
    [{ longestTrack: 'long' }, /longestTrack: must be a whole number .* it was "long"/],
    [{ longestTrack: '' }, /longestTrack: must be a whole number .* it was ""/],
    [{ leastLength: null }, 'leastLength: must be a whole number from 0 to 86400; it was null.'],
    [{ firstDayOfWeek: 7 }, 'firstDayOfWeek: must be a whole number from 0 to 6; it was 7.'],
    [
      { durationFormat: 'H:M' },
      'durationFormat: must be one of "0.0", "0.00", "HH:MM:SS", "HH:MM"; it was "H:M".',
    ],
    [
      { quota: 'endless' },
      'quota: must be one of "open", "standard", "free", "off", or null; it was "endless".',
    ],
    [{ othersTimeEditor: 'Boss' }, /othersTimeEditor: must be one of "None", "Team"/],
    [{ searchProjects: 'Atlas' }, /searchProjects: must be a list of at most 200, each a text of 1 to 256/],
    [{ searchProjects: [''] }, /searchProjects: must be a list/],
    [{ searchTypes: Array(201).fill('Bug') }, /searchTypes: must be a list of at most 200/],
    [{ budgetThresholds: [0] }, /budgetThresholds: must be a list of at most 20, each a whole number from 1/],
    [{ approvalStartDate: 'soon' }, /approvalStartDate: must be a date such as 2026-03-02, or null/],
    [{ locale: 'deutsch!' }, /locale: must be a language tag such as en or de-CH/],
    [
      { operationMessage: 'x'.repeat(501) },
      /operationMessage: must be a text of 0 to 500 characters; it was "xxx.*…\.$/,
    ],
    [{ operationMessage: 'a\0b' }, /operationMessage: must not hold the character U\+0000/],
    [{ operationMessage: '\ud800' }, /operationMessage: must not hold half a surrogate/],
    [{ noOverlap: { deep: true } }, /noOverlap: must be true or false/],
  ])('%j are refused', (body, message) => {
    expect(refusal(body)).toMatch(message);
  });

  test('of a person name activity types by GUIDs', () => {
    const person = changeReader<PersonSettings>(PersonSettings);
    const id = 'DC54D553-A762-47C3-A68F-80D64BDD2A66';
    expect(person({ favouriteActivityTypeIds: [id], durationFormat: null })).toEqual({
      favouriteActivityTypeIds: [id.toLowerCase()],
      durationFormat: null,
    });
    expect(refusal({ defaultActivityTypeId: 'Testing' }, person)).toMatch(
      /must be a GUID such as .*, or null/,
    );
    expect(refusal({ timeZone: null }, person)).toMatch(/timeZone: must be a text of 1 to 64/);
    expect(refusal({ noOverlap: true }, person)).toMatch(
      /There is no setting "noOverlap"; the settings are durationFormat/,
    );
  });
});

test('whatever one setting refuses, its default is taken', () => {
  for (const [name, schema] of Object.entries(Schema.properties))
    expect(read({ [name]: (schema as { default?: unknown }).default })).toHaveProperty(name);
});
