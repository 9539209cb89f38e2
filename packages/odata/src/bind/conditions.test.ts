import { expect, test } from 'vitest';
import { conditionSql } from './testing/bound.ts';

type Row = readonly [expression: string, text: string, ...values: unknown[]];

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
  ['ReleasedOn lt 2024-01-31T00:00:01Z', '(t.released_on::timestamp < $1::timestamp)', '2024-01-31 00:00:01'],
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
for (const [expression, text, ...values] of rows) {
  test(expression, () => {
    expect(conditionSql(expression)).toEqual({ text, values });
  });
}
