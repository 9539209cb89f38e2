import { expect, test } from 'vitest';
import { actOf, capsOf, chordOf, type PressedKeys } from './key-table.ts';

const press = (key: string, more: Partial<PressedKeys> = {}): PressedKeys => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test.each([
  [press('n'), 'N'],
  [press('ł'), 'Ł'],
  [press(' '), 'Space'],
  [press('?', { shiftKey: true }), '?'],
  [press('s', { metaKey: true }), 'Ctrl+S'],
  [press('ArrowUp', { altKey: true, shiftKey: true }), 'Alt+Shift+ArrowUp'],
])('%j is the chord %s', (keys, chord) => {
  expect(chordOf(keys)).toBe(chord);
});

const table = {
  go: ['ArrowUp', 'ArrowDown'],
  ends: ['Home', 'End', 'Ctrl+Home', 'Ctrl+End'],
  copy: ['Ctrl+C'],
};

test('a key does what the table says, and nothing else', () => {
  expect(actOf(table, press('ArrowDown'))).toBe('go');
  expect(actOf(table, press('Home', { ctrlKey: true }))).toBe('ends');
  expect(actOf(table, press('c'))).toBeNull();
  expect(actOf(table, press('toString'))).toBeNull();
});

test('what is held is told once, and other ways to the same are not', () => {
  expect(capsOf(['Alt+ArrowLeft', 'Alt+ArrowRight'])).toEqual(['Alt', '←', '→']);
  expect(capsOf(table.ends)).toEqual(['Home', 'End']);
  expect(capsOf([])).toEqual([]);
});
