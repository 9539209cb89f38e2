import { describe, expect, test } from 'vitest';
import { parseTarget } from './target.ts';

const read = (path: string) => parseTarget(path, { plusIsBlank: true }).path;

describe('A resource path', () => {
  test.each([
    ['', { kind: 'service' }],
    ['/', { kind: 'service' }],
    ['/$metadata', { kind: 'metadata' }],
    ['/$batch', { kind: 'batch' }],
    ['/$entity/Shop.Food?$id=Parts(1)', { kind: 'entity', typeName: 'Shop.Food' }],
    ['/$all', { kind: 'all', typeName: null }],
    ['/$crossjoin(Parts,Makers)', { kind: 'crossjoin', sets: ['Parts', 'Makers'], isQuery: false }],
    ['/Parts/', { kind: 'resource', segments: [{ type: 'name', name: 'Parts' }], isQuery: false }],
    ['/Parts/$query', { kind: 'resource', segments: [{ name: 'Parts' }], isQuery: true }],
    ['/Parts/$count', { segments: [{ name: 'Parts' }, { type: 'count' }] }],
    [
      '/Parts(5)/Name/$value',
      {
        segments: [
          { name: 'Parts' },
          { type: 'arguments', items: [{ name: null }] },
          { name: 'Name' },
          { type: 'value' },
        ],
      },
    ],
    [
      "/Lines(Order=1,No='a')/$ref",
      { segments: [{}, { items: [{ name: 'Order' }, { name: 'No' }] }, { type: 'ref' }] },
    ],
    ['/Parts/Shop.Food(7)', { segments: [{}, { name: 'Shop.Food' }, { type: 'arguments' }] }],
    [
      '/Parts/Shop.Cheap(p=5)(3)',
      { segments: [{}, {}, { items: [{ name: 'p' }] }, { items: [{ name: null }] }] },
    ],
    ['/Parts(1)/Tags/-1', { segments: [{}, {}, { name: 'Tags' }, { type: 'index', index: -1 }] }],
    [
      "/Parts/$filter(Maker/Name eq 'a/b(' and Id gt 1)/$count",
      { segments: [{}, { type: 'filter', predicate: { kind: 'logical' } }, { type: 'count' }] },
    ],
    [
      '/Parts/%24filter%28Maker/Name eq 1%29/$count',
      { segments: [{}, { type: 'filter' }, { type: 'count' }] },
    ],
  ])('%s', (path, expected) => {
    expect(read(path)).toMatchObject(expected);
  });

  test.each([
    ['Parts/$count/Name', 'Name'],
    ['Parts(1)/$value/Name', 'Name'],
    ['Parts/$query/Name', '$query'],
    ['$metadata/Parts', 'Parts'],
    ['$batch/$query', '$query'],
    ['$count', '$count'],
    ['Shop.Reset', 'Shop.Reset'],
    ['Parts(1', 'Parts(1'],
    ['Parts(1,2)', 'Parts(1,2)'],
    ['Parts(Id=Name)', 'Parts(Id=Name)'],
    ['Parts(null)', 'Parts(null)'],
    ["People/O'Neil", "O'Neil"],
    ['Parts/$filter(a', '$filter(a'],
    ['Parts/$nothing', '$nothing'],
  ])('%s is refused at %s', (path, target) => {
    expect(() => read(path)).toThrow(
      expect.objectContaining({ status: 400, target, position: expect.any(Number) }),
    );
  });

  test('what is no key is told what one is', () => {
    expect(() => read('Parts(abc)')).toThrow(
      "Expected a key at position 6, such as 5, 'text', or Id=5,Number=2.",
    );
  });

  test('/$each is not offered', () => {
    expect(() => read('Parts/$each')).toThrow(
      expect.objectContaining({ code: 'NotImplemented', status: 501 }),
    );
  });

  test('of hundreds of segments is refused', () => {
    expect(() => read('a/'.repeat(200))).toThrow(expect.objectContaining({ code: 'TooComplex' }));
  });
});
