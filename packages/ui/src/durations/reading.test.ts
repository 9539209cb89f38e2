import { expect, test } from 'vitest';
import { readingOf } from './reading.ts';

test.each([
  ['1h30m', 5400, '= 1:30 · 1.5 h'],
  ['1,5', 5400, '= 1:30 · 1.5 h'],
  ['90m', 5400, '= 1:30 · 1.5 h'],
  ['0:00:45', 45, '= 0:00:45 · 0.01 h'],
])('%s is shown with its reading', (typed, lengthSeconds, text) => {
  expect(readingOf(typed)).toEqual({ ok: true, lengthSeconds, text });
});

test('what cannot be read says why', () => {
  expect(readingOf('soon')).toMatchObject({ ok: false, text: expect.stringContaining('soon') });
});
