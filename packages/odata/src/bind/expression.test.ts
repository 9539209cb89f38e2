import { describe, expect, test } from 'vitest';
import { conditionSql, valueSql } from './testing/bound.ts';

type Row = readonly [expression: string, text: string, ...values: unknown[]];

describe('as a condition', () => {
  const rows: readonly Row[] = [
    // Literals take the type of what they are compared with.
    ["Name eq 'Milk'", '(t.name = $1::text)', 'Milk'],
    ["'Milk' eq Name", '($1::text = t.name)', 'Milk'],
    ['Id gt 5', '(t.id > $1::integer)', '5'],
    ['Id gt 5.0', '(t.id > $1::integer)', '5'],
    ['Id gt 5e1', '(t.id > $1::integer)', '50'],
    ['Id gt 2.5', '(t.id > $1::numeric)', '2.5'],
    ['Id gt 3000000000', '(t.id > $1::bigint)', '3000000000'],
    ['Stock lt 9223372036854775808', '(t.stock < $1::numeric)', '9223372036854775808'],
    ['Price le 2', '(t.price <= $1::numeric)', '2'],
    ['Weight lt 2.5', '(t.weight < $1::double precision)', '2.5'],
    ['Rating lt 0.1', '(t.rating < $1::real)', '0.1'],
    ['Rating lt 1e300', '(t.rating < $1::double precision)', '1e300'],
    ['Weight lt -INF', '(t.weight < $1::double precision)', '-Infinity'],
    ['Weight eq NaN', 'false'],
    ['Weight ne NaN', 'true'],
    ['IsActive eq true', '(t.is_active = true)'],
    [
      "Barcode eq '3F2504E0-4F89-11D3-9A0C-0305E82C3301'",
      '(t.barcode = $1::uuid)',
      '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    ],
    [
      'Barcode eq 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      '(t.barcode = $1::uuid)',
      '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    ],
    ["Photo eq binary'T0RhdGE'", '(t.photo = $1::bytea)', '\\x4f44617461'],
    ["Preparation lt duration'P1DT2H3M4.5S'", '(t.preparation < $1::interval)', '93784.5 seconds'],
    ["Preparation lt duration'-PT1M'", '(t.preparation < $1::interval)', '-60 seconds'],
    ['OpensAt ge 08:30', '(t.opens_at >= $1::time)', '08:30'],
    ["Colour eq 'Blue'", '(t.colour = $1::integer)', 2],
    ["Colour eq Shop.Colour'blue'", '(t.colour = $1::integer)', 2],
    ['Colour eq 2', '(t.colour = $1::integer)', 2],
    ["Features eq 'Fragile,Heavy'", '(t.features = $1::integer)', 5],
    // Dates and points in time; a column that holds wall time is compared in it.
    [
      'CreatedAt ge 2024-01-31T10:00:00.25+02:00',
      '(t.created_at >= $1::timestamptz)',
      '2024-01-31 08:00:00.25+00',
    ],
    ['SoldAt ge 2024-01-31T10:00:00Z', '(t.sold_at >= $1::timestamp)', '2024-01-31 10:00:00'],
    ['SoldAt ge 2024-01-31T10:00:00+02:00', '(t.sold_at >= $1::timestamp)', '2024-01-31 08:00:00'],
    ['SoldAt ge 2024-01-31', '(t.sold_at >= $1::timestamp)', '2024-01-31 00:00:00'],
    ['CreatedAt ge 2024-01-31', '(t.created_at >= $1::timestamptz)', '2024-01-31 00:00:00+00'],
    ['CreatedAt ge -0001-01-31', '(t.created_at >= $1::timestamptz)', '0002-01-31 00:00:00+00 BC'],
    ['ReleasedOn lt 2024-01-31', '(t.released_on < $1::date)', '2024-01-31'],
    ['ReleasedOn lt 2024-01-31T00:00:00Z', '(t.released_on < $1::date)', '2024-01-31'],
    ['ReleasedOn lt 2024-01-31T02:00:00+02:00', '(t.released_on < $1::date)', '2024-01-31'],
    [
      'ReleasedOn lt 2024-01-31T00:00:01Z',
      '(t.released_on::timestamp < $1::timestamp)',
      '2024-01-31 00:00:01',
    ],
    ['ReleasedOn lt CreatedAt', "((t.released_on::timestamp at time zone 'UTC') < t.created_at)"],
    ['CreatedAt lt SoldAt', "(t.created_at < (t.sold_at at time zone 'UTC'))"],
    ['now() gt SoldAt', '($1::timestamp > t.sold_at)', '2024-05-06 07:08:09.010'],
    // Null.
    ['Weight eq null', '(t.weight is null)'],
    ['null ne Weight', '(t.weight is not null)'],
    ['null eq null', 'true'],
    ['Weight gt null', 'false'],
    ['Weight ne 5', '(t.weight is distinct from $1::double precision)', '5'],
    ['ReorderAt eq Weight', '(t.reorder_at is not distinct from t.weight)'],
    ['not (ReorderAt eq 5)', '(not (t.reorder_at is not distinct from $1::integer))', '5'],
    ['not (ReorderAt lt 5)', '(not coalesce((t.reorder_at < $1::integer), false))', '5'],
    ['not IsVegan', '(not t.is_vegan)'],
    ['IsVegan and IsActive or null', '((t.is_vegan and t.is_active) or null::boolean)'],
    [
      'Id eq 1 or Id eq 2 or Id eq 3',
      '((t.id = $1::integer) or (t.id = $2::integer) or (t.id = $3::integer))',
      '1',
      '2',
      '3',
    ],
    ['Size eq null', '(t.width is null)'],
    ['Supplier ne null', '(j1.id is not null)'],
    ['Category eq null', '(true is null)'],
    // NaN is above all numbers in PostgreSQL, and equal to itself.
    ['Weight gt 5', "(nullif(t.weight, 'NaN') > $1::double precision)", '5'],
    ['5 lt Rating', "($1::real < nullif(t.rating, 'NaN'))", '5'],
    [
      'Weight eq Rating',
      "(select case when a is null or b is null then a is null and b is null else a = b and a <> 'NaN' end from (select t.weight as a, t.rating as b) pair)",
    ],
    // in and has.
    ['Id in (1,2,3000000000)', '(t.id = any($1::bigint[]))', ['1', '2', '3000000000']],
    ['Id in (1,2.5)', '(t.id = any($1::numeric[]))', ['1', '2.5']],
    ["Name in ('a','b''c')", '(t.name = any($1::text[]))', ['a', "b'c"]],
    ["Colour in ('Red',Shop.Colour'Blue',3)", '(t.colour = any($1::integer[]))', [0, 2, 3]],
    [
      'SoldAt in (2024-01-31,2024-02-01T12:00:00Z)',
      '(t.sold_at = any($1::timestamp[]))',
      ['2024-01-31 00:00:00', '2024-02-01 12:00:00'],
    ],
    ['ReorderAt in (1,null)', 'coalesce((t.reorder_at = any($1::integer[])), true)', ['1']],
    ['not (ReorderAt in (1,2))', '(not coalesce((t.reorder_at = any($1::integer[])), false))', ['1', '2']],
    ['Id in ()', '(t.id = any($1::integer[]))', []],
    ['Name in Tags', '(t.name = any(t.tags))'],
    ["'new' in Tags", '($1::text = any(t.tags))', 'new'],
    ['Id in [Shelf,5]', '(t.id = any(array[t.shelf, $1::integer]::integer[]))', '5'],
    [
      'Id in [ReorderAt]',
      '(exists (select 1 from (values (t.reorder_at)) item(value) where item.value is not distinct from t.id))',
    ],
    ["Features has Shop.Features'Frozen'", '((~ t.features & $1::integer) = 0)', 2],
    ["Features has 'Frozen,Heavy'", '((~ t.features & $1::integer) = 0)', 6],
    // Collections.
    ['Lines/any()', 'exists (select 1 from shop.order_line n1 where n1.product_id = t.id)'],
    [
      'Lines/any(l:l/Quantity gt 5)',
      'exists (select 1 from shop.order_line n1 where n1.product_id = t.id and (n1.quantity > $1::integer))',
      '5',
    ],
    [
      'Lines/all(l:l/Quantity gt Id)',
      '(not exists (select 1 from shop.order_line n1 where n1.product_id = t.id and (n1.quantity > t.id) is not true))',
    ],
    [
      'Lines/any(l:l/Order/Lines/any(o:o/Number gt l/Number))',
      'exists (select 1 from shop.order_line n1 join shop.order j2 on j2.id = n1.order_id where n1.product_id = t.id and exists (select 1 from shop.order_line n3 where n3.order_id = j2.id and (n3.number > n1.number)))',
    ],
    [
      "Tags/any(t:t eq 'new')",
      'exists (select 1 from unnest(t.tags) i1(value) where (i1.value = $1::text))',
      'new',
    ],
    [
      'Lines/$count gt 2',
      '((select count(*) from shop.order_line n1 where n1.product_id = t.id) > $1::integer)',
      '2',
    ],
    [
      'Lines/$count($filter=Quantity gt $it/Id) gt 2',
      '((select count(*) from shop.order_line n1 where n1.product_id = t.id and (n1.quantity > t.id)) > $1::integer)',
      '2',
    ],
    [
      'Scores/$count($filter=$this gt 2) eq 1',
      '((select count(*) from unnest(t.scores) i1(value) where (i1.value > $1::integer)) = $2::integer)',
      '2',
      '1',
    ],
    [
      'Lines/$filter(Quantity gt 2)/any(l:l/Number eq 1)',
      'exists (select 1 from shop.order_line n1 where n1.product_id = t.id and (n1.quantity > $1::integer) and (n1.number = $2::integer))',
      '2',
      '1',
    ],
    [
      'Lines(OrderId=5,Number=1)/Quantity gt 2',
      '((select n1.quantity from shop.order_line n1 where n1.product_id = t.id and (n1.order_id = $1::integer) and (n1.number = $2::integer) limit 1) > $3::integer)',
      '5',
      '1',
      '2',
    ],
  ];
  test.each(rows)('%s', (...[expression, text, ...values]: Row) => {
    expect(conditionSql(expression)).toEqual({ text, values });
  });
});

describe('as a value', () => {
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
  test.each(rows)('%s', (...[expression, text, ...values]: Row) => {
    expect(valueSql(expression)).toEqual({ text, values });
  });

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
});
