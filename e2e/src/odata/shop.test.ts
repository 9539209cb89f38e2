import { startTestHost, type TestHost } from '@stint/odata/test-host';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { openUi5Page, type Ui5Page } from './ui5-page.ts';

let browser: Browser;
let host: TestHost;
let at: Ui5Page;
const faults: unknown[] = [];

beforeAll(async () => {
  [host, browser] = await Promise.all([
    startTestHost({ port: 0, onFault: (fault) => faults.push(fault) }),
    openBrowser(),
  ]);
  at = await openUi5Page(browser, host.address, { autoExpandSelect: true });
});
afterAll(async () => {
  await browser.close();
  await host.stop();
  expect(faults).toEqual([]);
});
beforeEach(() => {
  at.asked.length = 0;
});

test('the client reads the metadata', async () => {
  const found = await at.page.evaluate(async ({ model }) => {
    const metadata = model.getMetaModel();
    return [
      await metadata.requestObject('/Products/Price/$Type'),
      await metadata.requestObject('/Products/Supplier/FoundedOn/$Type'),
      await metadata.requestObject('/Orders/Lines/Product/Category/$Type'),
      await metadata.requestObject('/Products@Org.OData.Capabilities.V1.UpdateRestrictions/Updatable'),
    ];
  }, at.ui5);
  expect(found).toEqual(['Edm.Decimal', 'Edm.Date', 'Shop.Category', false]);
  expect(at.asked).toEqual(['$metadata']);
});

test('what is wanted at once goes in one batch: a complex value’s property, an entity behind another, a list with its count', async () => {
  const found = await at.page.evaluate(({ model }) => {
    const categories = model.bindList('/Categories', undefined, undefined, undefined, {
      $count: true,
      $select: 'Name',
    });
    return Promise.all([
      model.bindContext('/Products(2)').requestObject('Size/Width'),
      model.bindContext('/Orders(5000000007)/Customer').requestObject('Address/City'),
      categories
        .requestContexts(0, 2)
        .then((rows) => [categories.getCount(), ...rows.map((row) => row.getObject())]),
    ]);
  }, at.ui5);
  expect(found).toEqual([3, 'Oslo', [8, { Name: 'Food' }, { Name: 'Drinks' }]]);
  expect(at.asked).toEqual([
    '$batch: 3',
    'Categories?$count=true&$select=Name&$skip=0&$top=2',
    'Products(2)',
    'Orders(5000000007)/Customer',
  ]);
});

test('orders come with their lines, and those with their products', async () => {
  const found = await at.page.evaluate(async ({ model }) => {
    const orders = model.bindList('/Orders', undefined, undefined, undefined, {
      $select: 'Id,Status',
      $expand: {
        Lines: {
          $count: true,
          $orderby: 'Number desc',
          $select: 'Quantity',
          $expand: { Product: { $select: 'Name' } },
        },
      },
    });
    const [, order] = await orders.requestContexts(0, 2);
    return order?.getObject();
  }, at.ui5);
  expect(found).toEqual({
    Id: '5000000002',
    Status: 'Sent',
    Lines: [
      { Quantity: 5, Product: { Name: "O'Brien's 37" } },
      { Quantity: 4, Product: { Name: '50% off 26' } },
    ],
    'Lines@odata.count': '2',
  });
});

test('filters and sorters of the client are understood: text, decimals, dates, any', async () => {
  const found = await at.page.evaluate(async ({ model, Filter, Sorter }) => {
    const hasBigLine = new Filter({
      path: 'Lines',
      operator: 'Any',
      variable: 'line',
      condition: new Filter('line/Quantity', 'GE', 5),
    });
    const filters = [
      new Filter('Name', 'Contains', "O'B"),
      new Filter('Price', 'BT', '1', '40'),
      new Filter('ReleasedOn', 'GT', '2023-12-30'),
      hasBigLine,
    ];
    const products = model.bindList(
      '/Products',
      undefined,
      [new Sorter('Category/Name'), new Sorter('Name', true)],
      [new Filter({ and: true, filters })],
      { $count: true, $select: 'Name,Price', $expand: { Category: { $select: 'Name' } } },
    );
    const rows = await products.requestContexts(0, 10);
    return [products.getCount(), ...rows.map((row) => row.getObject())];
  }, at.ui5);
  expect(found).toEqual([
    2,
    { Name: "O'Brien's 47", Price: '14.39', Category: { Name: 'Cleaning' } },
    { Name: "O'Brien's 57", Price: '28.09', Category: { Name: 'Drinks' } },
  ]);
});

test('a list goes on where the service ended its page', async () => {
  const found = await at.page.evaluate(async ({ model }) => {
    const products = model.bindList('/Products', undefined, undefined, undefined, { $select: 'Id' });
    const lengths: number[] = [];
    for (const wanted of [50, 50, 100]) lengths.push((await products.requestContexts(0, wanted)).length);
    return lengths;
  }, at.ui5);
  expect(found).toEqual([20, 40, 59]);
});

test('groups are aggregated, with filters before and after', async () => {
  const found = await at.page.evaluate(async ({ model, Filter, Sorter }) => {
    const colours = model.bindList(
      '/Products',
      undefined,
      [new Sorter('Total', true)],
      [new Filter('IsActive', 'EQ', true), new Filter('Total', 'GT', '10')],
      {
        $$aggregation: {
          search: 'tea',
          group: { Colour: {} },
          aggregate: { Total: { name: 'Price', with: 'sum' } },
        },
      },
    );
    return (await colours.requestContexts(0, 10)).map((row) => row.getObject());
  }, at.ui5);
  expect(found).toEqual([
    { Colour: 'Red', Total: '81.52' },
    { Colour: 'Blue', Total: '40.42' },
  ]);
  expect(at.asked[1]).toBe(
    'Products?$apply=filter(IsActive eq true)/search(tea)/groupby((Colour),aggregate(Price with sum as Total))&$orderby=Total desc&$filter=Total gt 10&$skip=0&$top=10',
  );
});

test('totals, subtotals and the number of groups come in one request', async () => {
  const found = await at.page.evaluate(async ({ model, Sorter }) => {
    const groups = model.bindList('/Products', undefined, [new Sorter('IsActive')], undefined, {
      $$aggregation: {
        group: { IsActive: {}, IsVegan: {} },
        groupLevels: ['IsActive'],
        aggregate: { Total: { name: 'Price', with: 'sum', grandTotal: true, subtotals: true } },
      },
    });
    return (await groups.requestContexts(0, 10)).map((row) => row.getObject());
  }, at.ui5);
  expect(found).toMatchObject([
    { Total: '1274.90', '@$ui5.node.level': 0 },
    { IsActive: false, Total: '252.10', '@$ui5.node.level': 1 },
    { IsActive: true, Total: '1022.80', '@$ui5.node.level': 1 },
  ]);
  expect(at.asked).toEqual([
    '$batch: 1',
    'Products?$apply=concat(aggregate(Price with sum as Total),groupby((IsActive),aggregate(Price with sum as Total))/orderby(IsActive)/concat(aggregate($count as UI5__count),top(9)))',
  ]);
});

test('$apply by hand counts what it makes', async () => {
  const found = await at.page.evaluate(async ({ model }) => {
    const customers = model.bindList('/Orders', undefined, undefined, undefined, {
      $apply: 'groupby((Customer/Name),aggregate($count as Orders))',
      $orderby: 'Orders desc,Customer/Name',
      $count: true,
    });
    const rows = await customers.requestContexts(0, 1);
    return [customers.getCount(), ...rows.map((row) => row.getObject())];
  }, at.ui5);
  expect(found).toEqual([10, { Customer: { Name: 'Ann 10' }, Orders: '4' }]);
});

test('refusals reach whoever asked, in the words of the service', async () => {
  const found = await at.page.evaluate(async ({ model }) => {
    const told = (error: unknown) => (error instanceof Error ? error.message : String(error));
    const wrongly = model.bindList('/Products', undefined, undefined, undefined, { $filter: 'Prise gt 1' });
    return [
      await model.bindContext('/Products(999)').requestObject().catch(told),
      await wrongly.requestContexts(0, 1).catch(told),
    ];
  }, at.ui5);
  expect(found).toEqual([
    'There is nothing at this path.',
    'Unknown property "Prise" of Shop.Product at position 0; nearest: Price.',
  ]);
});
