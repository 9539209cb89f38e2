import { describe, expect, test } from 'vitest';
import { ODataError } from '../error.ts';
import { nearestNames } from './nearest.ts';
import { bound } from './testing/bound.ts';

function faultOf(expression: string, aliases: Readonly<Record<string, string>> = {}): ODataError {
  try {
    bound(expression, 'Products', aliases);
  } catch (error) {
    if (error instanceof ODataError) return error;
    throw error;
  }
  throw new Error(`${expression} was not refused`);
}

describe('unknown names', () => {
  test.each([
    ['Nmae eq 5', 0, '"Nmae"', 'Name'],
    ['Id eq 1 and Prise gt 5', 12, '"Prise" of Shop.Product', 'Price'],
    ['Supplier/Nam eq 5', 9, '"Nam" of Shop.Supplier', 'Name'],
    ['Lines/any(l:l/Quantty gt 5)', 14, '"Quantty" of Shop.OrderLine', 'Quantity'],
    ["Colour eq 'Gren'", 10, '"Gren"', 'Green'],
    ["Colour eq Shop.Color'Red'", 10, '"Shop.Color"', 'Shop.Colour'],
    ['cast(Id,Edm.Strin)', 8, '"Edm.Strin"', 'Edm.String'],
    ['Name/Length eq 5', 5, 'Name is Edm.String and has no property "Length"', ''],
    ['Lines(Id=5)/Quantity eq 5', 6, '"Id" of Shop.OrderLine', ''],
    ['Shop.Rebate(Id=5) eq 5', 0, '"Shop.Rebate"', ''],
    ['$this eq 5', 0, '"$this"', ''],
  ])('%s', (expression, position, named, nearest) => {
    const error = faultOf(expression);
    expect(error).toMatchObject({ code: 'UnknownName', status: 400, position });
    expect(error.message).toContain(named);
    expect(error.message).toContain(`osition ${position}`);
    expect(error.message).toContain(nearest);
  });

  test('nearest names are those with few other letters, or that go on', () => {
    const known = ['Name', 'Names', 'Number', 'Description', 'Price'];
    expect(nearestNames('Nmae', known)).toEqual(['Name']);
    expect(nearestNames('Namse', known)).toEqual(['Name', 'Names']);
    expect(nearestNames('desc', known)).toContain('Description');
    expect(nearestNames('zzzzzz', known)).toEqual([]);
    expect(nearestNames('x'.repeat(100_000), known)).toEqual([]);
  });
});

describe('types that do not go together', () => {
  test.each([
    ["Id eq '5'", 6, 'a number such as 5'],
    ["'5' eq Id", 0, 'a number such as 5'],
    ['Name eq 5', 8, "a text in single quotes such as 'abc'"],
    ["Barcode eq 'nothing'", 11, 'a GUID such as'],
    ["IsActive eq 'true'", 12, 'true or false'],
    ["CreatedAt gt '2024-01-01'", 13, 'a point in time such as'],
    ['Preparation gt 5', 15, "a duration such as duration'PT1H30M'"],
    ['ReleasedOn eq 10:20', 14, 'a date such as 2024-01-31'],
    ['Name eq Id', 5, 'a text in single quotes'],
    ['Colour eq ReorderAt', 7, "a member of Shop.Colour such as 'Red'"],
    ["Colour eq Shop.Features'Heavy'", 10, 'a member of Shop.Colour'],
    ['Name and IsActive', 0, 'a condition such as'],
    ['not Name', 4, 'a condition such as'],
    ['Name add 5', 0, 'a number such as 5'],
    ['CreatedAt add CreatedAt', 10, '"add" cannot combine Edm.DateTimeOffset and Edm.DateTimeOffset'],
    ['Id mul CreatedAt', 3, 'cannot combine'],
    ["Id add duration'PT1H'", 3, 'cannot combine'],
    ['-Name', 1, 'a number or a duration'],
    ["Id in (1,'2')", 9, 'a number such as 5'],
    ['Name in Scores', 0, 'expected a number'],
    ['Id in Name', 6, 'a list such as (1,2)'],
    ["Name has 'Red'", 0, 'an enumeration'],
    ["Features has Shop.Colour'Red'", 13, 'a member of Shop.Features'],
    ['contains(Id,5)', 9, 'cast(…,Edm.String)'],
    ['length(Id) eq 2', 7, 'a text'],
    ['year(Name)', 5, 'Edm.Date or Edm.DateTimeOffset'],
    ['year(OpensAt)', 5, 'Edm.Date or Edm.DateTimeOffset'],
    ['round(Name)', 6, 'a number'],
    ['substring(Name,1.5)', 15, 'a whole number'],
    ['case(Id:5)', 5, 'a condition such as'],
    ["case(IsActive:5,true:'x')", 21, 'values of one type'],
    ['Supplier eq 5', 0, 'one of its properties, such as Name'],
    ['Lines eq 5', 0, 'any, all or $count'],
    ['Tags eq 5', 0, 'any, all or $count'],
    ['Lines/any(l:l/Quantity)', 12, 'a condition such as'],
    ['cast(IsActive,Edm.Date)', 5, 'a type that goes with it'],
    ['hassubset(Tags,[1])', 15, 'a text in single quotes'],
    ['Id eq [1,2]', 6, 'A list is no value'],
  ])('%s', (expression, position, expected) => {
    const error = faultOf(expression);
    expect(error).toMatchObject({ code: 'TypeMismatch', status: 400, position });
    expect(error.message).toContain(expected);
    expect(error.message).toContain(`position ${position}`);
  });
});

describe('other faults', () => {
  test.each([
    ['Lines/Quantity gt 5', 'InvalidQuery', 6],
    ['Name/$count gt 5', 'InvalidQuery', 5],
    ['Name/any()', 'InvalidQuery', 5],
    ['ReleasedOn gt 2023-02-29', 'InvalidQuery', 14],
    ['CreatedAt gt 999999-01-01T00:00:00Z', 'InvalidQuery', 13],
    ["Preparation gt duration'P999999999999D'", 'InvalidQuery', 15],
    [`Price gt 1${'0'.repeat(2000)}`, 'TooComplex', 9],
    ['Price gt 1e999', 'InvalidQuery', 9],
    ['substring(Name,1,-1)', 'InvalidQuery', 17],
    ['year(2024-01-01T00:00:00+02:00)', 'InvalidQuery', 5],
    ["Colour eq 'Red,Blue'", 'TypeMismatch', 10],
    ['matchesPattern(Name,Description)', 'InvalidQuery', 20],
    ['Lines(OrderId=5)/Quantity', 'InvalidQuery', 5],
    ['Lines(OrderId=5,Number=1)', 'InvalidQuery', 5],
    ["geo.length(geography'SRID=0;LineString(1 1,2 2)') gt 5", 'NotImplemented', 0],
    ['isdefined(Name)', 'NotImplemented', 0],
    ["Name eq geography'SRID=0;Point(1 1)'", 'NotImplemented', 8],
    ['$root/Products(5)/Name eq Name', 'NotImplemented', 0],
    ['@Core.Description eq 5', 'NotImplemented', 0],
    ['Lines/$count($search=x) gt 1', 'NotImplemented', 6],
    ['cast(Tags,Collection(Edm.String))', 'NotImplemented', 10],
  ])('%s', (expression, code, position) => {
    expect(faultOf(expression)).toMatchObject({ code, position });
  });

  test('an alias that stands in its own value', () => {
    expect(faultOf('@a eq 1', { '@a': '@b', '@b': '@a' })).toMatchObject({ code: 'InvalidQuery' });
    expect(faultOf('@a eq 1', { '@a': '@a add 1' })).toMatchObject({ code: 'InvalidQuery', target: '@a' });
    expect(faultOf('Id in @a', { '@a': '@a' })).toMatchObject({ code: 'InvalidQuery' });
  });

  test('a fault within an alias names it, one of its use does not', () => {
    expect(faultOf('Id eq @a', { '@a': 'Nmae' })).toMatchObject({ target: '@a', position: 0 });
    expect(faultOf('Id eq @a', { '@a': "'x'" })).toMatchObject({ target: undefined, position: 6 });
  });

  test('a variable of a lambda means nothing outside of it', () => {
    expect(faultOf('Lines/any(l:l/Quantity gt 1) and l/Quantity gt 1')).toMatchObject({
      code: 'UnknownName',
      position: 33,
    });
  });
});
