import { expect, test } from 'vitest';
import { isColour } from './colour.ts';
import { NOT_SET_ACTIVITY_TYPE } from './not-set.ts';

test.each(['ffffff', '0078D4', '000000'])('%s is a colour', (text) => {
  expect(isColour(text)).toBe(true);
});

test.each(['#ffffff', 'fff', 'fffffff', 'gggggg', '', 'ffffff\n'])('%j is not a colour', (text) => {
  expect(isColour(text)).toBe(false);
});

test('[Not Set] is the all-zero, white entry of the wire contract', () => {
  expect(NOT_SET_ACTIVITY_TYPE).toEqual({
    id: '00000000-0000-0000-0000-000000000000',
    color: 'ffffff',
    name: '[Not Set]',
  });
  expect(isColour(NOT_SET_ACTIVITY_TYPE.color)).toBe(true);
});
