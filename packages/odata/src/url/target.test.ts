import { describe, expect, test } from 'vitest';
import { parseTarget } from './target.ts';

const read = (target: string) => parseTarget(target, { plusIsBlank: true });

describe('A URL', () => {
  test('is split before it is decoded', () => {
    const { path, options } = read(
      "/Customers('Smith%2FSons%3F')/Name?%24filter=Name%20eq%20'a%26b%3Dc'&$top=5",
    );
    expect(path).toMatchObject({
      segments: [{ name: 'Customers' }, { items: [{ value: { value: 'Smith/Sons?' } }] }, { name: 'Name' }],
    });
    expect(options).toMatchObject({ filter: { right: { value: 'a&b=c' } }, top: 5 });
  });

  test('is decoded once', () => {
    expect(read("X?$filter=Name eq '%2525'").options).toMatchObject({ filter: { right: { value: '%25' } } });
  });

  test('has blanks for pluses in the query where that is wanted, and never in the path', () => {
    expect(read("X?$filter=a+eq+'1%2B1'").options).toMatchObject({ filter: { right: { value: '1+1' } } });
    expect(parseTarget("X?$filter=a%20eq%20'1+1'", { plusIsBlank: false }).options).toMatchObject({
      filter: { right: { value: '1+1' } },
    });
    expect(read("X('a+b')").path).toMatchObject({ segments: [{}, { items: [{ value: { value: 'a+b' } }] }] });
  });

  test('knows options in any letter case, with and without the dollar', () => {
    expect(read('X?$OrderBy=a&TOP=1&Skip=2').options).toMatchObject({ orderby: [{}], top: 1, skip: 2 });
  });

  test('hands over options that OData does not know', () => {
    const { custom } = read('X?worklogsFilter=a+eq+1&levels=3&flag&x=');
    expect(custom).toEqual([
      { name: 'worklogsFilter', value: 'a eq 1' },
      { name: 'levels', value: '3' },
      { name: 'flag', value: null },
      { name: 'x', value: '' },
    ]);
  });

  test('leaves names to the host that claims them, but for those with a dollar', () => {
    const reading = { plusIsBlank: true, isCustom: (name: string) => name === 'format' };
    expect(parseTarget('X?format=a b&$format=json', reading)).toMatchObject({
      custom: [{ name: 'format', value: 'a b' }],
      options: { format: 'json' },
    });
  });

  test('has aliases and the values of them', () => {
    const { options, path } = read("Parts(@k)?@k=5&@list=['a']&$filter=a in @list");
    expect(options.aliases).toMatchObject({ '@k': { value: '5' }, '@list': { kind: 'array' } });
    expect(path).toMatchObject({
      segments: [{}, { items: [{ value: { segments: [{ type: 'variable', name: '@k' }] } }] }],
    });
  });

  test.each([
    ['X?$filter=a eq', '$filter', 4],
    ['X?$bla=1', '$bla', 0],
    ['X?$count', '$count', 0],
    ['X?$top=1&top=2', '$top', 0],
    ['X?@p=1&@p=2', '@p', 0],
    ['X?$levels=2', '$levels', 0],
    ['X?$filter=a eq %C3', '$filter', 5],
    ["X?$filter=a eq '%00'", '$filter', 6],
    ['X?$index=one', '$index', 0],
    ['X?$format=', '$format', 0],
    ['$entity', '$id', 0],
    ['X#1', undefined, 1],
    ['X//Y', undefined, 2],
  ])('%s is refused, saying where', (target, option, position) => {
    expect(() => read(target)).toThrow(
      expect.objectContaining({ code: 'SyntaxError', target: option, position }),
    );
  });
});
