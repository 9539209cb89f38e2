import { expect, test } from 'vitest';
import { combinationOf, defaultHotkeys, problemOf } from './hotkeys.ts';
import { defaultSettings, readSettings } from './settings.ts';

const pressed = { key: '', code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

test('keys that are pressed together are a combination in Electron’s spelling', () => {
  expect(combinationOf({ ...pressed, code: 'KeyT', ctrlKey: true, altKey: true })).toBe('Control+Alt+T');
  expect(combinationOf({ ...pressed, code: 'F9' })).toBe('F9');
  expect(combinationOf({ ...pressed, code: 'ArrowUp', metaKey: true, shiftKey: true })).toBe(
    'Super+Shift+Up',
  );
  expect(combinationOf({ ...pressed, code: 'ControlLeft', ctrlKey: true })).toBeNull();
});

test.each([
  ['Control+Shift+9', null],
  ['F9', null],
  ['', null],
  ['T', 'noModifier'],
  ['Shift+T', 'noModifier'],
  ['Control+Alt+Ä', 'unknownKey'],
  ['Hyper+T', 'unknownKey'],
  ['Control+Alt+T', 'usedHere'],
  ['Alt+CommandOrControl+T', 'usedHere'],
])('the combination "%s" is %s', (combination, problem) => {
  expect(problemOf(defaultHotkeys, 'show', combination)).toBe(problem);
});

test('a combination may stay with its own action', () => {
  expect(problemOf(defaultHotkeys, 'startStop', 'CommandOrControl+Alt+T')).toBeNull();
});

test('settings that make no sense keep their value', () => {
  expect(readSettings(null)).toEqual(defaultSettings);
  const read = readSettings({
    stopsOnLock: true,
    idleAfterMinutes: 0,
    theme: 'purple',
    language: '../etc',
    updateChannel: 'beta',
    hotkeys: { show: 'Control+Alt+T', addTime: 'Control+Alt+J', evil: 'F1' },
  });
  expect(read).toEqual({
    ...defaultSettings,
    stopsOnLock: true,
    updateChannel: 'beta',
    hotkeys: { ...defaultHotkeys, addTime: 'Control+Alt+J' },
  });
  expect(readSettings({ idleAfterMinutes: null }, read).idleAfterMinutes).toBeNull();
});
