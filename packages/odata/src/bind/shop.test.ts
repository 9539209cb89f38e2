import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ShopDatabase, shopDatabase, shopSql } from '../testing/shop-database.ts';
import { shopModel } from '../testing/shop-model.ts';
import { keysWhere, valueIn } from './testing/bound.ts';

/** Rows as PostgreSQL has them, to compute with in JavaScript. */
interface Product {
  readonly id: number;
  readonly name: string;
  readonly category_id: number;
  readonly supplier_id: number | null;
  readonly tags: readonly string[];
  readonly scores: readonly number[] | null;
  readonly width: number | null;
  readonly sold: string | null;
}
interface Line {
  readonly order_id: string;
  readonly product_id: number;
  readonly quantity: number;
  readonly note: string | null;
}

let shop: ShopDatabase;
let products: readonly Product[] = [];
let lines: readonly Line[] = [];

beforeAll(async () => {
  shop = await shopDatabase();
  const { rows } = await shop.client.query<Product>(
    'select *, sold_at::text as sold from shop.product where not is_hidden order by id',
  );
  products = rows;
  ({ rows: lines } = await shop.client.query<Line>('select * from shop.order_line'));
});
afterAll(() => shop.close());

const linesOf = ({ id }: Product) => lines.filter(({ product_id }) => product_id === id);
type Rule = (product: Product) => boolean;

describe('products', () => {
  test.each<readonly [string, Rule]>([
    ['Lines/any()', (product) => linesOf(product).length > 0],
    ['not Lines/any()', (product) => linesOf(product).length === 0],
    ['Lines/any(l:l/Quantity gt 7)', (product) => linesOf(product).some(({ quantity }) => quantity > 7)],
    ['Lines/all(l:l/Quantity gt 3)', (product) => linesOf(product).every(({ quantity }) => quantity > 3)],
    [
      'not Lines/all(l:l/Quantity gt 3)',
      (product) => !linesOf(product).every(({ quantity }) => quantity > 3),
    ],
    [
      "Lines/all(l:startswith(l/Note,'Gift'))",
      (product) => linesOf(product).every(({ note }) => note?.startsWith('Gift') === true),
    ],
    ["Lines/any(l:not startswith(l/Note,'Gift'))", () => false],
    ['Lines/any(l:l/Note eq null)', (product) => linesOf(product).some(({ note }) => note === null)],
    ['Lines/$count ge 2', (product) => linesOf(product).length >= 2],
    [
      'Lines/$count($filter=Quantity gt 4) eq 0',
      (product) => linesOf(product).every(({ quantity }) => quantity <= 4),
    ],
    [
      'Lines/any(l:l/Order/Lines/any(o:o/Quantity gt l/Quantity))',
      (product) =>
        linesOf(product).some((line) =>
          lines.some((other) => other.order_id === line.order_id && other.quantity > line.quantity),
        ),
    ],
    ["Tags/any(t:t eq 'new')", ({ tags }) => tags.includes('new')],
    ["Tags/all(t:t eq 'sale')", ({ tags }) => tags.every((tag) => tag === 'sale')],
    ['Tags/$count eq 2', ({ tags }) => tags.length === 2],
    ['length(Tags) eq 2', ({ tags }) => tags.length === 2],
    ['Scores/any(s:s gt Id)', ({ scores, id }) => scores?.some((score) => score > id) === true],
    [
      'Scores/$count($filter=$this eq 7) eq 1',
      ({ scores }) => scores?.filter((score) => score === 7).length === 1,
    ],
    ['7 in Scores', ({ scores }) => scores?.includes(7) === true],
    ['not (7 in Scores)', ({ scores }) => scores?.includes(7) !== true],
    ["hassubset(Tags,['sale'])", ({ tags }) => tags.includes('sale')],
    ['hassubset(Scores,[7,1])', ({ scores }) => scores?.includes(7) === true && scores.includes(1)],
    ['hassubset(Scores,[7,7])', ({ scores }) => scores?.filter((score) => score === 7).length === 2],
    [
      'hassubsequence(Scores,[1,7])',
      ({ scores }) => scores !== null && scores.includes(1) && scores.indexOf(1) < scores.lastIndexOf(7),
    ],
    [
      'hassubsequence(Scores,[7,1])',
      ({ scores }) => scores !== null && scores.includes(7) && scores.indexOf(7) < scores.lastIndexOf(1),
    ],
    ['hassubsequence(Scores,[])', ({ scores }) => scores !== null],
    ['Size eq null', ({ width }) => width === null],
    ['Size/Width gt 30', ({ width }) => width !== null && width > 30],
    ['Supplier eq null', ({ supplier_id }) => supplier_id === null],
    ["Supplier/Name eq 'Bay Trading'", ({ supplier_id }) => supplier_id === 2],
    ["Supplier/Name ne 'Bay Trading'", ({ supplier_id }) => supplier_id !== 2],
    ["not (Supplier/Country eq 'Italy')", ({ supplier_id }) => supplier_id !== 3],
    ["Category/Name eq 'Tea'", ({ category_id }) => category_id === 4],
    ["Category/Parent/Name eq 'Food'", ({ category_id }) => [2, 3].includes(category_id)],
    ["Category/Parent/Name ne 'Food'", ({ category_id }) => ![2, 3].includes(category_id)],
    ["Category/Parent/Parent/Name eq 'Food'", ({ category_id }) => category_id === 4],
    [
      'Category/Products/$count gt 8',
      ({ category_id }) => products.filter((each) => each.category_id === category_id).length > 8,
    ],
    ["startswith(Name,'Milk')", ({ name }) => name.startsWith('Milk')],
    ["endswith(Name,'7')", ({ name }) => name.endsWith('7')],
    ["contains(Name,'%')", ({ name }) => name.includes('%')],
    ["contains(Name,'_')", ({ name }) => name.includes('_')],
    ["contains(Name,'\\')", ({ name }) => name.includes('\\')],
    ["contains(Name,'''')", ({ name }) => name.includes("'")],
    ["indexof(Name,'r') eq 1", ({ name }) => name.indexOf('r') === 1],
    ["indexof(Name,'zzz') eq -1", () => true],
    ["substring(Name,1,2) eq 'il'", ({ name }) => name.slice(1, 3) === 'il'],
    ["substring(Name,-2) eq ' 5'", ({ name }) => name.endsWith(' 5')],
    ['substring(Name,-100) eq Name', () => true],
    ["substring(Name,100) eq ''", () => true],
    ['substring(Name,Id sub 3,2) eq substring(Name,Id sub 3,2)', () => true],
    ['substring(Name,0 sub Id mod 3 sub 1) ne Name', () => true],
    ['date(SoldAt) eq 2024-02-03', ({ sold }) => sold?.startsWith('2024-02-03') === true],
    [
      'SoldAt ge 2024-02-05T00:00:00Z and SoldAt lt 2024-02-06',
      ({ sold }) => sold?.startsWith('2024-02-05') === true,
    ],
    ['Id in @ids', ({ id }) => [1, 2, 3].includes(id)],
    ['Id eq @id', ({ id }) => id === 3],
    ['@isMilk', ({ name }) => name.startsWith('Milk')],
  ])('%s', async (expression, rule) => {
    const aliases = { '@ids': '[1,2,3]', '@id': '3', '@isMilk': "startswith($it/Name,'Milk')" };
    const expected = products.filter(rule).map(({ id }) => id);
    expect(await keysWhere(shop.client, expression, 'Products', aliases)).toEqual(expected);
  });
});

test('letters are those of Unicode', async () => {
  expect(await valueIn(shop.client, "tolower('ÄRMEL')")).toBe('ärmel');
  expect(await valueIn(shop.client, "toupper('ärmel')")).toBe('ÄRMEL');
  expect(await valueIn(shop.client, "length('🙂é')")).toBe(2);
  expect(await valueIn(shop.client, "substring('🙂é',1)")).toBe('é');
  expect(await valueIn(shop.client, "trim('\u00a0\u2003 a b \u3000\t')")).toBe('a b');
});

test('every property of the shop can be read from its tables', async () => {
  const counts: string[] = [];
  for (const [set, { type }] of Object.entries(shopModel.sets)) {
    for (const [name, property] of Object.entries(type.properties)) {
      const names = property.kind === 'complex' ? Object.keys(property.type.properties) : [''];
      const isMany = property.kind === 'collection';
      for (const inner of names) {
        const path = [name, ...(inner ? [inner] : [])].join('/');
        const condition = isMany ? `${path}/any() or true` : `${path} eq null or true`;
        counts.push(`${set} ${(await keysWhere(shop.client, condition, set)).length}`);
      }
    }
  }
  expect(new Set(counts)).toEqual(new Set(['Categories 8', 'Products 59', 'Customers 12', 'Orders 40']));
});

test('the shop can be seeded again, with the same rows', async () => {
  const read = () =>
    shop.client.query('select t::text from shop.product t union all select l::text from shop.order_line l');
  const before = await read();
  await shop.client.query(`delete from shop.order_line`);
  await shop.client.query(shopSql());
  expect((await read()).rows).toEqual(before.rows);
});
