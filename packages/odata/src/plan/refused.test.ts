import { describe, expect, it } from 'vitest';
import { ODataError } from '../error.ts';
import { planned } from './testing/planned.ts';

function fault(target: string) {
  try {
    planned(target);
  } catch (error) {
    if (error instanceof ODataError) return error;
    throw error;
  }
  throw new Error('nothing is wrong');
}

describe('a wrong query is refused before anything runs', () => {
  it.each([
    ['Productz', 'NotFound', 'Productz', 0],
    ['Products(1)/Nam', 'NotFound', 'Nam', 0],
    ['Products(1)/Name/Length', 'NotFound', 'Length', 0],
    ['Products/Name', 'NotFound', 'Name', 0],
    ['Products?$select=Nam', 'UnknownName', '$select', 0],
    ['Products?$select=Id,Size/Widt', 'UnknownName', '$select', 8],
    ['Products?$select=Id,Name/Foo', 'UnknownName', '$select', 8],
    ['Products?$orderby=Name,Pric', 'UnknownName', '$orderby', 5],
    ['Products?$filter=Price', 'TypeMismatch', '$filter', 0],
    ['Products?$compute=1 as Name', 'InvalidQuery', '$compute', 0],
    ['Products?$expand=Category($top=1)', 'InvalidQuery', '$expand', undefined],
    ['Products?$expand=Name', 'UnknownName', '$expand', 0],
    ['Products?$expand=Lines($select=Foo)', 'UnknownName', '$expand', 14],
    ['Products?$expand=Lines($filter=Product/Pric gt 1)', 'UnknownName', '$expand', 22],
    ['Products(1)?$expand=Lines($expand=Product($select=Foo))', 'UnknownName', '$expand', 30],
    ['Products?$expand=Lines($filter=Quantity gt @a)&@a=Foo', 'UnknownName', '@a', 0],
    ['Categories?$expand=Children($levels=13)', 'TooComplex', '$expand', 0],
    ['Categories?$search=x', 'NotImplemented', '$search', 0],
    ['Products(1)?$filter=Id eq 1', 'InvalidQuery', '$filter', undefined],
    ['Products/$value', 'InvalidQuery', undefined, undefined],
    ['Products(1)/Name/$count', 'InvalidQuery', undefined, undefined],
    ['Products(1)/Lines/$ref', 'NotImplemented', undefined, undefined],
    ['Products?$skiptoken=nonsense', 'InvalidQuery', '$skiptoken', undefined],
    ['Products?$apply=aggregate(Name with sum as S)', 'TypeMismatch', '$apply', 10],
    ['Products?$apply=aggregate(Price with median as S)', 'SyntaxError', '$apply', 21],
    ['Products?$apply=aggregate(Price with my.median as S)', 'NotImplemented', '$apply', 10],
    ['Products?$apply=aggregate($count as N,Price with sum as N)', 'InvalidQuery', '$apply', 22],
    ['Products?$apply=groupby((Lines/Quantity))', 'NotImplemented', '$apply', 9],
    ['Products?$apply=groupby((Colour),top(1))', 'NotImplemented', '$apply', 17],
    ['Products?$apply=groupby((rollup(Shelf,Colour)),topcount(1,Price))', 'NotImplemented', '$apply', 31],
    ['Products?$apply=join(Lines as Line)', 'NotImplemented', '$apply', 0],
    ['Products?$apply=addnested(Lines,filter(Quantity gt 1) as Big)', 'NotImplemented', '$apply', 0],
    ['Products?$apply=groupby((Colour))/filter(Price gt 1)', 'UnknownName', '$apply', 25],
    ['Products?$apply=topcount(1.5,Price)', 'TypeMismatch', '$apply', 0],
    ['$all', 'NotImplemented', undefined, undefined],
  ])('%s', (target, code, within, position) => {
    const { code: found, target: place, position: at } = fault(target);
    expect({ found, place, at }).toEqual({ found: code, place: within, at: position });
  });

  it('names the transformation that is not offered', () => {
    expect(fault('Products?$apply=outerjoin(Lines as Line)').message).toContain('outerjoin');
    expect(fault('Products?$apply=addnested(Lines,filter(Quantity gt 1) as Big)').message).toContain(
      'addnested',
    );
  });

  it('names the nearest properties', () => {
    expect(fault('Products?$select=Prize').message).toContain('Price');
  });
});

describe('text that doubles with every step', () => {
  it('is read from subqueries, so that a chain of compute grows evenly', () => {
    const steps = Array.from({ length: 60 }, (_, step) => `compute(A${step} add A${step} as A${step + 1})`);
    const target = `Products?$apply=compute(Price as A0)/${steps.join('/')}&$select=A60`;
    expect(planned(target).statement.text.length).toBeLessThan(20_000);
  });
});
