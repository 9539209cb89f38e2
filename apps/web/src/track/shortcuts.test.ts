import { expect, test } from 'vitest';
import { type Keys, shortcutOf } from './shortcuts.ts';

const press = (key: string, more: Partial<Keys> = {}): Keys => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

test('N, S and C are shortcuts, in both letter cases', () => {
  expect(['n', 'S', 'c'].map((key) => shortcutOf(press(key)))).toEqual(['new', 'stop', 'continue']);
});

test('keys that belong to the browser or are held down are not', () => {
  expect(shortcutOf(press('c', { ctrlKey: true }))).toBeNull();
  expect(shortcutOf(press('n', { metaKey: true }))).toBeNull();
  expect(shortcutOf(press('s', { repeat: true }))).toBeNull();
  expect(shortcutOf(press('x'))).toBeNull();
});
