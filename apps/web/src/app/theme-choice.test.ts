import { expect, test } from 'vitest';
import { readThemeChoice, themeOf } from './theme-choice.ts';

test('what is stored is a choice, or the system’s', () => {
  expect(['dark', 'contrast', 'pink', null].map(readThemeChoice)).toEqual([
    'dark',
    'contrast',
    'system',
    'system',
  ]);
});

test.each([
  ['system', false, false, 'light'],
  ['system', true, false, 'dark'],
  ['system', false, true, 'contrast'],
  ['system', true, true, 'contrast'],
  ['light', true, true, 'light'],
] as const)(
  '%s, where the machine wants dark %s and contrast %s, is %s',
  (choice, dark, moreContrast, theme) => {
    expect(themeOf(choice, { dark, moreContrast })).toBe(theme);
  },
);
