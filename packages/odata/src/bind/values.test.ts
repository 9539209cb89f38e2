import { expect, test } from 'vitest';
import { valueSql } from './testing/bound.ts';

type Row = readonly [expression: string, text: string, ...values: unknown[]];

const rows: readonly Row[] = [
  ['Id add 2', '(t.id::bigint + $1::bigint)', '2'],
  ['Stock sub Id', '(t.stock - t.id::bigint)'],
  ['Id mul 1.5', '(t.id::numeric * $1::numeric)', '1.5'],
  ['Id div 2', '(t.id::bigint / $1::bigint)', '2'],
  ['Id div Shelf', '(t.id::bigint / nullif(t.shelf::bigint, 0))'],
  ['Id divby 2', '(t.id::numeric / $1::numeric)', '2'],
  ['Id mod 0', '(t.id::bigint % nullif($1::bigint, 0))', '0'],
  ['Price div Weight', '(t.price::double precision / nullif(t.weight, 0))'],
  ['Weight mod 2', '(t.weight::numeric % nullif($1::numeric, 0))::double precision', '2'],
  ['Rating add 1', '(t.rating + $1::real)', '1'],
  ['-Id', '(- t.id::bigint)'],
  ['-(-Price)', '(- (- t.price))'],
  ['Id add null', '(t.id::bigint + null::bigint)'],
  ['Id sub 1 sub 2', '((t.id::bigint - $1::bigint) - $2::bigint)', '1', '2'],
  ['Id add 2 mul 3', '(t.id::bigint + ($1::bigint * $2::bigint))', '2', '3'],
  ["SoldAt add duration'P1D'", '(t.sold_at + $1::interval)', '86400 seconds'],
  ['CreatedAt sub Preparation', "(((t.created_at at time zone 'UTC') - t.preparation) at time zone 'UTC')"],
  [
    "duration'PT1H' add CreatedAt",
    "(((t.created_at at time zone 'UTC') + $1::interval) at time zone 'UTC')",
    '3600 seconds',
  ],
  ["ReleasedOn add duration'PT36H'", '(t.released_on + $1::interval)::date', '129600 seconds'],
  ['ReleasedOn sub 2024-01-01', 'make_interval(days => t.released_on - $1::date)', '2024-01-01'],
  ['CreatedAt sub 2024-01-01T00:00:00Z', '(t.created_at - $1::timestamptz)', '2024-01-01 00:00:00+00'],
  ['SoldAt sub 2024-01-01T00:00:00Z', '(t.sold_at - $1::timestamp)', '2024-01-01 00:00:00'],
  ['Preparation mul 2', '(t.preparation * $1::double precision)', '2'],
  ['2 mul Preparation', '(t.preparation * $1::double precision)', '2'],
  ['Preparation div Id', '(t.preparation / nullif(t.id::double precision, 0))'],
  ['-Preparation', '(- t.preparation)'],
  ["concat(Name,' x')", '(t.name || $1::text)', ' x'],
  ["contains(Name,'x')", '(strpos(t.name, $1::text) > 0)', 'x'],
  ["startswith(Name,'x')", 'starts_with(t.name, $1::text)', 'x'],
  ["endswith(Name,'x')", 'starts_with(reverse(t.name), reverse($1::text))', 'x'],
  ["indexof(Name,'x')", '(strpos(t.name, $1::text) - 1)', 'x'],
  ['length(Name)', 'char_length(t.name)'],
  ['length(Tags)', 'cardinality(t.tags)'],
  ['substring(Name,2)', 'substr(t.name, $1::integer)', 3],
  ['substring(Name,-2,1)', 'left(right(t.name, $1::integer), greatest($2::integer, 0))', 2, 1],
  ['tolower(Name)', 'lower(t.name)'],
  ['ToUpper(Name)', 'upper(t.name)'],
  ["matchespattern(Name,'^a.b')", '(t.name ~ $1::text)', '***:(?cs)^a[^\\n\\r\\u2028\\u2029]b'],
  ['year(ReleasedOn)', 'extract(year from t.released_on)::integer'],
  ['month(SoldAt)', 'extract(month from t.sold_at)::integer'],
  ['day(CreatedAt)', "extract(day from (t.created_at at time zone 'UTC'))::integer"],
  ['hour(OpensAt)', 'extract(hour from t.opens_at)::integer'],
  ['minute(CreatedAt)', "extract(minute from (t.created_at at time zone 'UTC'))::integer"],
  ['second(OpensAt)', 'floor(extract(second from t.opens_at))::integer'],
  ['fractionalseconds(OpensAt)', '(extract(second from t.opens_at) % 1)'],
  ['totalseconds(Preparation)', 'extract(epoch from t.preparation)'],
  ['date(CreatedAt)', "(t.created_at at time zone 'UTC')::date"],
  ['time(SoldAt)', 't.sold_at::time'],
  ['totaloffsetminutes(CreatedAt)', '0'],
  ['totaloffsetminutes(SoldAt)', '(case when t.sold_at is not null then 0 end)'],
  ['now()', '$1::timestamptz', '2024-05-06T07:08:09.010Z'],
  ['floor(Price)', 'floor(t.price)'],
  ['ceiling(Weight)', 'ceil(t.weight)'],
  ['round(Id)', 't.id'],
  ['round(Price)', 'round(t.price)'],
  ['cast(Id,Edm.String)', 't.id::text'],
  ['cast(ReleasedOn,Edm.DateTimeOffset)', "(t.released_on::timestamp at time zone 'UTC')"],
  ['cast(CreatedAt,Edm.Date)', "(t.created_at at time zone 'UTC')::date"],
  [
    'cast(Id,Edm.Int64)',
    '(select case when n >= $1::numeric and n < $2::numeric then n::bigint end from (select t.id::numeric as n) number)',
    '-9223372036854775808',
    '9223372036854775808',
  ],
  ['isof(Id,Edm.Int64)', '(t.id is not null)'],
  ['isof(Id,Edm.String)', 'false'],
  ['isof(Shop.Product)', 'true'],
  ['isof(Shop.Order)', 'false'],
  [
    "case(Weight gt 5:'heavy',true:Name)",
    "(case when (nullif(t.weight, 'NaN') > $1::double precision) then $2::text when true then t.name end)",
    '5',
    'heavy',
  ],
  [
    'case(IsActive:1,true:2.5)',
    '(case when t.is_active then $1::numeric when true then $2::numeric end)::numeric',
    '1',
    '2.5',
  ],
  [
    'hassubset(Scores,[1])',
    '(case when t.scores::numeric[] is not null and array[$1::integer]::numeric[] is not null then not exists (select 1 from (select item, count(*) as times from unnest(array[$1::integer]::numeric[]) item group by item) wanted left join (select item, count(*) as times from unnest(t.scores::numeric[]) item group by item) held on held.item is not distinct from wanted.item where held.times is null or held.times < wanted.times) end)',
    '1',
  ],
  ['Supplier/Name', 'j1.name'],
  ['Category/Parent/Name', 'j2.name'],
  ['$it/Shop.Product/Name', 't.name'],
  ['NAME', 't.name'],
];
for (const [expression, text, ...values] of rows) {
  test(expression, () => {
    expect(valueSql(expression)).toEqual({ text, values });
  });
}

test('an alias stands for its value, with its own aliases', () => {
  const aliases = { '@a': 'Id add @b', '@b': '5', '@list': '[1,2]' };
  expect(valueSql('@a', 'Products', aliases)).toEqual({
    text: '(t.id::bigint + $1::bigint)',
    values: ['5'],
  });
  expect(valueSql('Id in @list', 'Products', aliases).values).toEqual([['1', '2']]);
  expect(valueSql('Id in @b', 'Products', { '@b': '@list', '@list': '[1]' }).values).toEqual([['1']]);
  expect(valueSql('Id add @unknown', 'Products', aliases).text).toBe('(t.id::bigint + null::bigint)');
});
