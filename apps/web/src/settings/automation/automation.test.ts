import { expect, test } from 'vitest';
import { backOf } from './back-of.ts';
import { ESTIMATE_FIELDS, isFieldName } from './field-name.ts';

test('undo goes back to what was there before, and touches nothing else', () => {
  const before = { reducesRemainingWork: false, setsCompletedWork: true, estimateField: null };
  expect(backOf({ reducesRemainingWork: true }, before)).toEqual({ reducesRemainingWork: false });
  expect(backOf({ setsCompletedWork: false }, before)).toEqual({ setsCompletedWork: true });
  expect(backOf({ estimateField: 'Custom.Size' }, before)).toEqual({ estimateField: '' });
  expect(backOf({ estimateField: '' }, { ...before, estimateField: 'Custom.Size' })).toEqual({
    estimateField: 'Custom.Size',
  });
});

test.each(['', ...ESTIMATE_FIELDS, 'Custom.T-Shirt_Size', '_a.b'])('%s names a field', (text) => {
  expect(isFieldName(text)).toBe(true);
});

test.each(['Effort', 'Story Points', '.Effort', 'Custom.', 'a..b', '1.b', `a.${'b'.repeat(254)}`])(
  '%s names no field',
  (text) => {
    expect(isFieldName(text)).toBe(false);
  },
);
