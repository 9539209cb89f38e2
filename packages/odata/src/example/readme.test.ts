import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@stint/postgres/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveShop } from './server.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
}

const blocks: readonly Block[] = [...read('../../README.md').matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(
  ([, language = '', text = '']) => ({ language, text }),
);
const of = (language: string) =>
  blocks.filter((block) => block.language === language).map(({ text }) => text);

let database: TestDatabase;
let server: Server;

beforeAll(async () => {
  database = await testDatabase(join(import.meta.dirname, 'tables'));
  server = serveShop(database.connectionString);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
  });
  await database.drop();
});

test('the program of the README is the one that runs here', () => {
  expect(of('sql')).toEqual([read('tables/0001_shop.sql')]);
  expect(of('ts')).toEqual([read('model.ts'), read('server.ts')]);
});

/** Each request, and the answer that is shown below it. */
const exchanges = blocks.flatMap(({ language, text }, index): [string, string][] =>
  language === 'http' ? [[text.trim(), blocks[index + 1]?.text ?? '']] : [],
);

test.each(exchanges)('%s', async (request, shown) => {
  const [first = '', ...headers] = request.split('\n');
  const [, url = ''] = /^GET \/(.*)$/.exec(first) ?? [];
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const answer = await fetch(root + url, {
    headers: headers.map((header): [string, string] => {
      const [name = '', value = ''] = header.split(': ');
      return [name, value];
    }),
  });
  const text = (await answer.text()).replaceAll(root, 'http://localhost:7080/');
  expect(JSON.parse(text)).toEqual(JSON.parse(shown));
});

test('there are requests, and commands that this checkout has', () => {
  expect(exchanges.length).toBeGreaterThan(4);
  const { scripts } = JSON.parse(read('../../../../package.json')) as { scripts: Record<string, string> };
  const commands = of('sh')
    .join('')
    .matchAll(/^npm run (\S+)/gm);
  for (const [, name = ''] of commands) expect(Object.keys(scripts)).toContain(name);
});
