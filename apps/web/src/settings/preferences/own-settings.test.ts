import type { OwnAndEffectiveSettings } from '@stint/contract';
import { expect, test } from 'vitest';
import { replacedBy, withChange } from './own-settings.ts';

const ORGANIZATION = { durationFormat: 'HH:MM', locale: 'en', addTimeMode: 'both' } as const;

const SETTINGS: OwnAndEffectiveSettings = {
  own: {
    durationFormat: '0.00',
    locale: null,
    timeZone: 'Europe/Berlin',
    defaultActivityTypeId: 'a',
    favouriteActivityTypeIds: [],
    mailReminders: true,
    addTimeMode: null,
    firstStepsClosed: false,
  },
  effective: {
    durationFormat: '0.00',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    firstDayOfWeek: 1,
    firstWeek: 'firstFourDays',
    defaultActivityTypeId: 'a',
    favouriteActivityTypeIds: [],
    addTimeMode: 'both',
  },
};

test('what one chooses holds at once', () => {
  const change = { locale: 'pl', timeZone: 'Asia/Tokyo', favouriteActivityTypeIds: ['b'] };
  const { own, effective } = withChange(SETTINGS, change, ORGANIZATION);
  expect(own).toEqual({ ...SETTINGS.own, ...change });
  expect(effective).toEqual({ ...SETTINGS.effective, ...change });
});

test('what one gives up is as the organization has it, as far as that is known', () => {
  const change = { durationFormat: null, defaultActivityTypeId: null } as const;
  expect(withChange(SETTINGS, change, ORGANIZATION).effective).toMatchObject({
    durationFormat: 'HH:MM',
    defaultActivityTypeId: 'a',
  });
  expect(withChange(SETTINGS, change, null).effective.durationFormat).toBe('0.00');
});

test('undo goes back to what was replaced, and to nothing else', () => {
  expect(replacedBy(SETTINGS.own, { durationFormat: null, locale: 'de' })).toEqual({
    durationFormat: '0.00',
    locale: null,
  });
});
