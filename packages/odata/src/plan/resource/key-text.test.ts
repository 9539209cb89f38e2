import { expect, it } from 'vitest';
import { parseTarget } from '../../url/target.ts';
import { keyText } from './key-text.ts';

it.each([
  ['Set(5)', ['Id'], '(5)'],
  ['Set(id=5)', ['Id'], '(5)'],
  ['Set(No=2,Id=@a)?@a=-1', ['Id', 'No'], '(Id=-1,No=2)'],
  ["Set('O''Brien%2F%25 5')", ['Id'], "('O''Brien%2F%25%205')"],
  ["Set(Shop.Colour'Red')", ['Id'], "(Shop.Colour'Red')"],
  ["Set(duration'PT5S')", ['Id'], "(duration'PT5S')"],
  ['Set(@a)?@a=1 add 4', ['Id'], '(@a)'],
  ['Set(@b)', ['Id'], '(@b)'],
])('%s', (target, key, text) => {
  const { path, options } = parseTarget(target.replaceAll(' ', '%20'), { plusIsBlank: false });
  const segment = path.kind === 'resource' ? path.segments[1] : undefined;
  if (segment?.type !== 'arguments') throw new Error('no key');
  expect(keyText(key, segment.items, new Map(Object.entries(options.aliases ?? {})))).toBe(text);
});
