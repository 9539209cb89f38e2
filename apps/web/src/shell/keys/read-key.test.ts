import { expect, test } from 'vitest';
import { type Keys, readKey } from './read-key.ts';

const press = (key: string, more: Partial<Keys> = {}): Keys => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
});

test('N, S and C are for the clock, in both letter cases', () => {
  expect(['n', 'S', 'c'].map((key) => readKey(press(key), false))).toEqual([
    { kind: 'clock', act: 'new' },
    { kind: 'clock', act: 'stop' },
    { kind: 'clock', act: 'continue' },
  ]);
});

test('after g a letter names a page, also one that means something alone', () => {
  expect(readKey(press('g'), false)).toEqual({ kind: 'goTo' });
  expect(readKey(press('s'), true)).toEqual({ kind: 'page', letter: 's' });
  expect(readKey(press('g'), true)).toEqual({ kind: 'page', letter: 'g' });
});

test('the question mark, with the Shift it needs, asks for the list', () => {
  expect(readKey(press('?', { shiftKey: true }), false)).toEqual({ kind: 'shortcuts' });
  expect(readKey(press('?', { shiftKey: true }), true)).toEqual({ kind: 'shortcuts' });
});

test('Ctrl+K and Cmd+K open the palette', () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }])
    expect(readKey(press('k', more), false)).toEqual({ kind: 'palette' });
  expect(readKey(press('K', { ctrlKey: true, shiftKey: true }), false)).toBeNull();
});

test('keys that belong to the browser or are held down are nothing', () => {
  expect(readKey(press('c', { ctrlKey: true }), false)).toBeNull();
  expect(readKey(press('n', { metaKey: true }), true)).toBeNull();
  expect(readKey(press('s', { repeat: true }), false)).toBeNull();
  expect(readKey(press('x'), false)).toBeNull();
});
