import { expect, test } from 'vitest';
import { type Command, fitting } from './commands.ts';

const named = (name: string): Command => ({ id: name, group: 'acts', name, run: () => {} });
const commands = ['Add time', 'Stop the clock', 'Paramètres', 'Language: Français', 'Wyloguj się'].map(named);
const found = (text: string) => fitting(commands, text).map(({ name }) => name);

test.each([
  ['', ['Add time', 'Stop the clock', 'Paramètres', 'Language: Français', 'Wyloguj się']],
  ['clo st', ['Stop the clock']],
  ['PARAME', ['Paramètres']],
  ['français', ['Language: Français']],
  ['sie', ['Wyloguj się']],
  ['top', []],
])('%j finds %j', (text, names) => {
  expect(found(text)).toEqual(names);
});
