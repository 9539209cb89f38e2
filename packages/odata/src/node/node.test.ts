import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@stint/postgres/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createODataHandler } from '../http/handler.ts';
import { createExecutor } from '../plan/run/executor.ts';
import { nodeListener } from './listener.ts';
import { poolReader } from './pool-reader.ts';
import { clock } from './testing/clock.ts';

let database: TestDatabase;
let pool: Pool;
let pipelined: Pool;
let watcher: Pool;
const servers: Server[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase(join(import.meta.dirname, '../testing/shop'));
  const options = { connectionString: database.connectionString, application_name: 'served', max: 3 };
  pool = new Pool(options);
  pipelined = new Pool({ ...options, pipeline: true });
  watcher = new Pool({ connectionString: database.connectionString, max: 1 });
});
afterAll(async () => {
  for (const server of servers) server.close();
  await pool.end();
  await pipelined.end();
  await watcher.end();
  await database.drop();
});

/** The pool, and one that sends statements without waiting for those before. */
const pools = { 'a pool': () => pool, 'a pool that pipelines': () => pipelined };

/** Serves the clock; gives the address of the server. */
async function serve(
  options: { path?: string; statementTimeout?: number; maxBodySize?: number; over?: Pool } = {},
) {
  const { path, statementTimeout = 60_000, maxBodySize = 1000, over = pool } = options;
  const open = poolReader(over, { statementTimeout });
  const handle = createODataHandler({
    model: clock,
    execute: createExecutor({ model: clock, open }),
    onFault: (fault) => faults.push(fault),
  });
  const root = path === undefined ? {} : { root: `https://clock.example${path}` };
  const server = createServer(nodeListener({ handle, contextOf: () => null, maxBodySize, ...root }));
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What the served connections are busy with. */
async function busy(): Promise<string[]> {
  const { rows } = await watcher.query<{ state: string }>(
    `select state from pg_stat_activity where application_name = 'served' and state <> 'idle' and datname = current_database()`,
  );
  return rows.map(({ state }) => state);
}

describe.each(Object.entries(pools))('over %s', (_, of) => {
  test('what a client waits for is cancelled when it hangs up', async () => {
    const address = await serve({ over: of() });
    const hangUp = new AbortController();
    const answer = fetch(`${address}/Slow`, { signal: hangUp.signal });
    await expect.poll(busy).toEqual(['active']);
    hangUp.abort();
    await expect(answer).rejects.toThrow('aborted');
    await expect.poll(busy).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('a cursor is closed when its reader hangs up, and the connection serves others', async () => {
    const address = await serve({ over: of() });
    for (let time = 0; time < 4; time += 1) {
      const hangUp = new AbortController();
      const { body } = await fetch(`${address}/Long?$format=csv`, { signal: hangUp.signal });
      await body?.getReader().read();
      hangUp.abort();
    }
    await expect.poll(busy).toEqual([]);
    expect(
      await (await fetch(`${address}/Long?$top=1&$select=Id&$format=json;metadata=none`)).json(),
    ).toEqual({
      value: [{ Id: 1 }],
    });
    expect(faults).toEqual([]);
  });

  test('a query that runs too long is cancelled with a clear error', async () => {
    const address = await serve({ statementTimeout: 20, over: of() });
    const answer = await fetch(`${address}/Slow`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      error: { code: 'QueryTimeout', message: 'The query ran too long and was cancelled.' },
    });
  });

  test('nothing is answered where the transaction did not begin, and the connection is given up', async () => {
    const open = poolReader(of(), { settings: () => ({ statement_timeout: 'for ever' }) });
    for (const method of ['query', 'queryOnly'] as const) {
      const reader = await open(null, new AbortController().signal);
      await expect(reader[method]('select 1::text', [])).rejects.toThrow('statement_timeout');
      const before = of().totalCount;
      await reader.close();
      expect(of().totalCount).toBe(before - 1);
    }
  });

  test('the only statement is within the transaction, and a connection serves again', async () => {
    const open = poolReader(of(), { settings: () => ({ 'shop.tenant': `it's` }) });
    const tenant = `select current_setting('shop.tenant', true), current_setting('transaction_read_only')`;
    for (let time = 0; time < 5; time += 1) {
      const reader = await open(null, new AbortController().signal);
      expect(await reader.queryOnly(tenant, [])).toEqual([["it's", 'on']]);
      await reader.close();
    }
    const { rows } = await of().query<{ tenant: string }>(
      `select current_setting('shop.tenant', true) as tenant`,
    );
    expect(rows[0]?.tenant || null).toBeNull();
  });
});

test('nothing can be written over a reader', async () => {
  const reader = await poolReader(pool)(null, new AbortController().signal);
  await expect(reader.query('create table shop.intruder (id integer)', [])).rejects.toThrow('read-only');
  await reader.close();
});

test('who has hung up before is not read for', async () => {
  await expect(poolReader(pool)(null, AbortSignal.abort())).rejects.toThrow('hung up');
});

test('a service below a path is only there', async () => {
  const address = await serve({ path: '/api/clock/' });
  const context = { '@odata.context': 'https://clock.example/api/clock/$metadata' };
  expect(await (await fetch(`${address}/api/clock/`)).json()).toMatchObject(context);
  expect(await (await fetch(`${address}/api/clock?$format=json`)).json()).toMatchObject(context);
  const beside = await Promise.all(
    ['/', '/api/clockwork', '/Long'].map(async (path) => (await fetch(address + path)).status),
  );
  expect(beside).toEqual([404, 404, 404]);
});

test('a body beyond the bound is refused before it is read through', async () => {
  const address = await serve();
  const answer = await fetch(`${address}/Slow/$query`, { method: 'POST', body: 'x'.repeat(1001) });
  expect([answer.status, await answer.json()]).toEqual([
    413,
    { error: { code: 'TooComplex', message: 'The body has more than 1000 bytes.' } },
  ]);
});
