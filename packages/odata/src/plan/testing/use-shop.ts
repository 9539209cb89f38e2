import { afterAll, beforeAll } from 'vitest';
import { parsedRows } from '../../formats/rows-text.ts';
import type { Output, Result } from '../../http/executor.ts';
import { type ShopDatabase, shopDatabase } from '../../testing/shop-database.ts';
import { shopModel } from '../../testing/shop-model.ts';
import { parseTarget } from '../../url/target.ts';
import { createExecutor } from '../run/executor.ts';
import { clientReader } from './client-reader.ts';

export const PLAIN: Output = {
  pageSize: null,
  metadata: 'minimal',
  prefix: '@odata.',
  ieee754Compatible: false,
  root: 'http://shop.test/',
  version: '4.01',
};

export interface Answer {
  readonly context: string;
  readonly count: number | null;
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

/** The shop in a database of its own, and ways to ask it. */
export interface ShopUnderTest {
  readonly database: () => ShopDatabase;
  /** The statements that were sent so far. */
  readonly statements: string[];
  ask(target: string, output?: Partial<Output>): Promise<Result>;
  /** Rows of one page, parsed. */
  page(target: string, output?: Partial<Output>): Promise<Answer>;
  /** Rows of all pages. */
  pages(target: string, pageSize: number): Promise<unknown[][]>;
}

/** Everything that is read, batch by batch. */
export async function batchesOf(rows: string | AsyncIterable<string>): Promise<(readonly unknown[])[]> {
  if (typeof rows === 'string') return [parsedRows(rows)];
  const batches: (readonly unknown[])[] = [];
  for await (const batch of rows) batches.push(parsedRows(batch));
  return batches;
}

export function useShop(model = shopModel): ShopUnderTest {
  let database: ShopDatabase | undefined;
  const statements: string[] = [];
  beforeAll(async () => {
    database = await shopDatabase();
  });
  afterAll(async () => {
    await database?.close();
  });
  const opened = () => {
    if (!database) throw new Error('the shop is closed');
    return database;
  };
  const ask: ShopUnderTest['ask'] = (target, output = {}) => {
    const execute = createExecutor({ model, open: clientReader(opened().client, statements) });
    return execute({
      target: parseTarget(target, { plusIsBlank: false }),
      context: {},
      output: { ...PLAIN, ...output },
      signal: new AbortController().signal,
    });
  };
  const page: ShopUnderTest['page'] = async (target, output) => {
    const result = await ask(target, output);
    if (result.kind !== 'rows') throw new Error(`${result.kind} instead of rows`);
    const rows = (await batchesOf(result.rows)).flat();
    return { context: result.context, count: result.count, rows, next: result.nextToken() };
  };
  const pages: ShopUnderTest['pages'] = async (target, pageSize) => {
    const all: unknown[][] = [];
    let next: string | null = null;
    do {
      const url: string =
        next === null ? target : `${target}${target.includes('?') ? '&' : '?'}$skiptoken=${next}`;
      const answer = await page(url, { pageSize });
      all.push([...answer.rows]);
      ({ next } = answer);
    } while (next !== null);
    return all;
  };
  return { database: opened, statements, ask, page, pages };
}
