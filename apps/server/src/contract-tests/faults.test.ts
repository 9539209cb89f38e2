import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type Server } from '../composition.ts';
import { readEnvironment } from '../environment.ts';
import { createLog } from '../log.ts';
import { type TestServer, testServer } from '../testing/test-server.ts';
import { refusalFault } from './shapes.ts';

const lines: string[] = [];
let at: TestServer;

beforeAll(async () => {
  at = await testServer({
    log: pino({ level: 'error' }, { write: (line: string) => void lines.push(line) }),
  });
});
afterAll(() => at.close());

/** Runs a statement with more rights than the server has. */
async function asOwner(statement: string): Promise<void> {
  const client = new Client(at.database.connectionString);
  await client.connect();
  await client.query(statement);
  await client.end();
}

test('UnexpectedError names a reference that is in the log, and nothing else of the fault', async () => {
  await asOwner('alter table work_log rename to work_log_away');
  const { status, body, headers } = await at.ask(at.people.team, 'GET', '/api/rest/workLogs');
  await asOwner('alter table work_log_away rename to work_log');
  expect([status, body['error']?.['errorCode']]).toEqual([500, 'UnexpectedError']);
  expect(refusalFault(status, body, headers['retry-after'])).toBeNull();
  const message = JSON.stringify(body['error']?.['message']);
  const reference = /[0-9a-f-]{36}/.exec(message)?.[0] ?? 'none';
  expect(lines.some((line) => line.includes(reference) && line.includes('work_log'))).toBe(true);
  expect(message).not.toMatch(/work_log|relation|\.ts/);
});

test('UnknownError while the database cannot be reached, for every kind of address', async () => {
  const server: Server = await createServer({
    config: { ...at.database.config, port: 1 },
    environment: readEnvironment({ STINT_QUOTA: 'off' }),
    log: createLog('silent'),
  });
  for (const url of ['/api/rest/me', '/api/tracking/client/current', '/auth/methods']) {
    const answer = await server.app.inject({
      url: `${url}?api-version=3.2`,
      headers: { authorization: 'Bearer x' },
    });
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { error: expect.objectContaining({ errorCode: 'UnknownError' }) },
    ]);
    expect(refusalFault(503, answer.json(), null)).toBeNull();
  }
  expect((await server.app.inject('/healthz')).statusCode).toBe(200);
  expect((await server.app.inject('/readyz')).statusCode).toBe(503);
  await server.close();
});

test('connections that break are made anew: the next requests are answered', async () => {
  await asOwner(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  const answers: number[] = [];
  for (let attempt = 0; attempt < 50 && !answers.includes(200); attempt += 1) {
    answers.push((await at.ask(at.people.team, 'GET', '/api/rest/me')).status);
    await sleep(20);
  }
  expect(new Set(answers).difference(new Set([200, 503]))).toEqual(new Set());
  expect(answers).toContain(200);
});
