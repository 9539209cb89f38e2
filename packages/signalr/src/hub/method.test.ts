import { expect, test } from 'vitest';
import { defineHub } from './definition.ts';
import { methodTable } from './method.ts';

test('a method is found in any letter case, by the name that the hub makes of the one called', () => {
  const { find, names } = methodTable(
    defineHub({
      name: 'tracking',
      methodName: (name) => name.replace(/^v3\.\d:/i, ''),
      methods: { startTracking: () => 1, toString: () => 2 },
    }),
  );
  expect(names).toEqual(['startTracking', 'toString']);
  expect(find('V3.2:STARTTRACKING')?.name).toBe('startTracking');
  expect(find('ToString')?.name).toBe('toString');
  expect(find('constructor')).toBeNull();
  expect(find('__proto__')).toBeNull();
});

test('async generators stream by themselves, other functions when they say so', () => {
  const { find } = methodTable(
    defineHub({
      name: 'x',
      methods: {
        plain: async () => 1,
        generator: async function* () {},
        marked: { streams: true, uploads: 2, run: () => null },
      },
    }),
  );
  expect(find('plain')).toMatchObject({ streams: false, uploads: 0, parameters: null });
  expect(find('generator')).toMatchObject({ streams: true });
  expect(find('marked')).toMatchObject({ streams: true, uploads: 2 });
});

test('two methods that differ by letter case only are a mistake of the hub', () => {
  expect(() => methodTable(defineHub({ name: 'x', methods: { a: () => 1, A: () => 2 } }))).toThrow(
    'differ by letter case',
  );
});
