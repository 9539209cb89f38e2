import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { PRIMITIVES } from '../model/types.ts';
import { useTestHost } from './testing/use-test-host.ts';

const host = useTestHost();
const count = async (set: string) => (await host.ask(`${set}/$count`)).text();

test('the service document leads to every set, and each has rows', async () => {
  const { value } = (await host.json('')) as { value: { name: string; url: string }[] };
  expect(value.map(({ name }) => name)).toEqual(['Categories', 'Products', 'Customers', 'Orders']);
  const counts = await Promise.all(value.map(({ url }) => count(url)));
  expect(counts).toEqual(['8', '59', '12', '40']);
});

test('$metadata has every primitive type', async () => {
  const metadata = await (await host.ask('$metadata')).text();
  const used = new Set([...metadata.matchAll(/"(?:Collection\()?(Edm\.\w+)/g)].map(([, name]) => name));
  expect(used).toEqual(new Set(PRIMITIVES));
});

test('next links walk all pages', async () => {
  const names: string[] = [];
  let next: string | undefined = 'Products?$select=Name&$orderby=Name desc';
  while (next !== undefined) {
    const page = (await host.json(next)) as { value: { Name: string }[]; '@odata.nextLink'?: string };
    names.push(...page.value.map(({ Name }) => Name));
    next = page['@odata.nextLink']?.slice(host.address().length);
  }
  expect(names).toHaveLength(59);
  expect(names).toEqual(names.toSorted().toReversed());
});

test('a query is answered from the tables', async () => {
  const query =
    'Orders?$apply=groupby((Customer/Name),aggregate(Id with max as Last))&$orderby=Last desc&$top=2';
  expect(await host.json(query)).toMatchObject({
    value: [
      { Customer: { Name: 'Bob 1' }, Last: 5_000_000_040 },
      { Customer: { Name: 'Ann 10' }, Last: 5_000_000_039 },
    ],
  });
});

test('POST /reseed puts the rows back', async () => {
  const client = new Client({ connectionString: host.connectionString() });
  await client.connect();
  await client.query('delete from shop.order_line');
  await client.end();
  expect(await host.json('Orders(5000000001)/Lines')).toMatchObject({ value: [] });
  const { status } = await host.ask('reseed', { method: 'POST' });
  expect(status).toBe(204);
  expect(await host.json('Orders(5000000001)/Lines')).toMatchObject({ value: [{ Number: 1 }] });
});

test('reads and reseeds at the same time do not disturb each other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, index) =>
      index % 4 === 0
        ? (await host.ask('reseed', { method: 'POST' })).status
        : (await host.ask('Products?$top=1')).status,
    ),
  );
  expect(answers.filter((status) => status !== 200 && status !== 204)).toEqual([]);
});

const main = join(import.meta.dirname, 'main.ts');

test('the program serves on an embedded PostgreSQL of its own and ends cleanly', async () => {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [main, '--port', '0'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const address = /http:\S+/.exec(line)?.[0] ?? '';
  expect((await fetch(`${address}Products(1)/Name`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a wrong port is told in one line', async () => {
  const child = spawn(process.execPath, [main, '--port', 'x'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [line] = (await once(createInterface(child.stderr), 'line')) as [string];
  expect(line).toBe('--port must be a whole number from 0 to 65535, not "x"');
  expect(await once(child, 'exit')).toEqual([1, null]);
});
