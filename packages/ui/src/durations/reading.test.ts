import { DEFAULT_WEEK_RULES } from '@stint/domain';
import { expect, test } from 'vitest';
import { createFormats } from '../format/formats.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { readingOf } from './reading.ts';

const formatsOf = (locale: string) =>
  createFormats({
    locale,
    timeZone: 'UTC',
    durationFormat: 'HH:MM',
    weekRules: DEFAULT_WEEK_RULES,
    rounding: null,
  });
const texts = await uiTexts.load('en');

test.each([
  ['1h30m', 5400, '= 1:30 · 1.5 h'],
  ['1,5', 5400, '= 1:30 · 1.5 h'],
  ['90m', 5400, '= 1:30 · 1.5 h'],
  ['0:00:45', 45, '= 0:00:45 · 0.01 h'],
])('%s is shown with its reading', (typed, lengthSeconds, text) => {
  expect(readingOf(typed, formatsOf('en-GB'), texts)).toEqual({ ok: true, lengthSeconds, text });
});

test('the reading follows the locale', () => {
  expect(readingOf('90m', formatsOf('de'), texts).text).toBe('= 1:30 · 1,5 h');
});

test.each([
  ['soon', '“soon” is not a duration'],
  ['', 'Enter a duration'],
  ['-1', 'negative'],
  ['10000', '9,999 hours'],
  ['x'.repeat(50), `“${'x'.repeat(40)}…”`],
])('%j says why it cannot be read', (typed, reason) => {
  expect(readingOf(typed, formatsOf('en'), texts)).toMatchObject({
    ok: false,
    text: expect.stringContaining(reason),
  });
});
