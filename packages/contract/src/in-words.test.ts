import { expect, test } from 'vitest';
import { allCalls } from './calls/index.ts';
import type { Shape } from './in-words.ts';

/** Each text with a pattern within a shape, by its path. */
function textsWithPattern(shape: Shape, path: string): [string, Shape][] {
  const inner = [
    ...Object.entries(shape.properties ?? {}).map(([name, each]) => [`${path}.${name}`, each] as const),
    ...(shape.items ? [[`${path}[]`, shape.items] as const] : []),
    ...(shape.anyOf ?? []).map((each) => [path, each] as const),
  ];
  const own: [string, Shape][] = shape.pattern === undefined ? [] : [[path, shape]];
  return [...own, ...inner.flatMap(([at, each]) => textsWithPattern(each, at))];
}

test('whoever sends a text of another form than asked for is told the form', () => {
  const asked = allCalls.flatMap(({ id, params, query, body }) =>
    ([params, query, body] as Shape[]).flatMap((shape) => textsWithPattern(shape, id)),
  );
  expect(asked.length).toBeGreaterThan(0);
  const untold = asked.filter(([, { format, title }]) => format !== 'uuid' && !title);
  expect(untold.map(([path]) => path)).toEqual([]);
});
