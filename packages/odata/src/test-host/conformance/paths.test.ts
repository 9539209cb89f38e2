import { expect, test } from 'vitest';
import { useTestHost } from '../testing/use-test-host.ts';

// OData URL Conventions 4.01, 4 (resource path), 5.3 (parameter aliases) and Protocol 4.01, 11.2.

const host = useTestHost();
const context = (text: string) => ({ '@odata.context': `${host.address()}$metadata#${text}` });

test.each<[string, string, unknown]>([
  ['Products(1)?$select=Name', 'Products(Name)/$entity', { Name: 'Bread 1' }],
  ['Products(Id=1)?$select=Name', 'Products(Name)/$entity', { Name: 'Bread 1' }],
  ['products(id=1)?$SELECT=name', 'Products(Name)/$entity', { Name: 'Bread 1' }],
  ['Products%281%29?%24select=Name', 'Products(Name)/$entity', { Name: 'Bread 1' }],
  ['Products/Shop.Product(1)?$select=Name', 'Products(Name)/$entity', { Name: 'Bread 1' }],
  ['Products(1)/Name', 'Products(1)/Name', { value: 'Bread 1' }],
  ['products(@id)/name?@id=1', 'Products(1)/Name', { value: 'Bread 1' }],
  ['Products(Id=1)/Name', 'Products(1)/Name', { value: 'Bread 1' }],
  [
    'Orders(@order)/Lines(number=@line,orderid=@order)/Quantity?@order=5000000003&@line=2',
    'Orders(5000000003)/Lines(OrderId=5000000003,Number=2)/Quantity',
    { value: 6 },
  ],
  ['Products(2)/Size', 'Products(2)/Size', { Width: 3, Height: 5 }],
  ['Products(2)/Size/Width', 'Products(2)/Size/Width', { value: 3 }],
  ['Products(1)/Supplier/Name', 'Products(1)/Supplier/Name', { value: 'Alpine Foods' }],
  ['Products(1)/Tags', 'Products(1)/Tags', { value: ['sale'] }],
  ['Products(1)/Category', 'Categories/$entity', { Id: 2, Name: 'Drinks' }],
  ['Products(1)/Category/Parent', 'Categories/$entity', { Id: 1, Name: 'Food' }],
  [
    'Categories(1)/Children',
    'Categories',
    {
      value: [
        { Id: 2, Name: 'Drinks' },
        { Id: 3, Name: 'Bakery' },
      ],
    },
  ],
  [
    'Orders(5000000003)/Lines(OrderId=5000000003,Number=2)?$select=Quantity',
    'Orders(5000000003)/Lines(Quantity)/$entity',
    { Quantity: 6 },
  ],
  ['Products(1)/Category/$ref', '$ref', { '@odata.id': 'Categories(2)' }],
  ['Products/$ref?$top=1', 'Collection($ref)', { value: [{ '@odata.id': 'Products(1)' }] }],
  ['$entity?$id=Products(1)&$select=Name', 'Products(Name)/$entity', { Name: 'Bread 1' }],
  ['Products/$filter(Id eq 7)?$select=Name', 'Products(Name)', { value: [{ Name: "O'Brien's 7" }] }],
  ['Products?$filter=Id eq @id&@id=7&$select=Name', 'Products(Name)', { value: [{ Name: "O'Brien's 7" }] }],
  [
    'Products?$filter=Id in @ids&@ids=[7]&$select=Name',
    'Products(Name)',
    { value: [{ Name: "O'Brien's 7" }] },
  ],
  ['Products?$filter=Weight eq @none&$top=1&$select=Id', 'Products(Id)', { value: [{ Id: 5 }] }],
  ["Products?$filter=Name eq '50%25 off 6'&$select=Id", 'Products(Id)', { value: [{ Id: 6 }] }],
  ["Products?$filter=Name+eq+'50%25+off+6'&$select=Id", 'Products(Id)', { value: [{ Id: 6 }] }],
])('%s', async (url, of, expected) => {
  expect(await host.json(url)).toEqual({ ...context(of), ...(expected as object) });
});

test.each([
  ['Products/$count', '59'],
  ['Products/$count?$filter=Price lt 10', '14'],
  ['Products/$count?$search=soap', '6'],
  ['Categories(1)/Children/$count', '2'],
  ['Products(3)/Tags/$count', '2'],
  ['Products(1)/Name/$value', 'Bread 1'],
  ['Products(1)/Price/$value', '1.37'],
  ['Products(1)/Colour/$value', 'Green'],
])('%s is the text %s', async (url, text) => {
  const answer = await host.ask(url);
  expect([answer.headers.get('content-type')?.split(';')[0], await answer.text()]).toEqual([
    'text/plain',
    text,
  ]);
});

test.each(['Products(1)/Photo', 'Products(1)/Size', 'Categories(1)/Parent', 'Products(1)/Photo/$value'])(
  '%s is nothing',
  async (url) => {
    const answer = await host.ask(url);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  },
);

test('binary values are bytes', async () => {
  const answer = await host.ask('Products(3)/Photo/$value');
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(Buffer.from(await answer.arrayBuffer()).toString('hex')).toBe('fffff3');
});

test('a query in the body of POST /$query is the same as in the URL', async () => {
  const body = "$filter=Name eq '50%25 off 6'&$select=Id";
  const headers = { 'content-type': 'text/plain' };
  const answer = await host.ask('Products/$query', { method: 'POST', headers, body });
  expect(await answer.json()).toEqual({ ...context('Products(Id)'), value: [{ Id: 6 }] });
});
