import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionToUrl, type EmbeddedPostgres, startEmbeddedPostgres } from '@stint/postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDataDirectory } from './data-directory.ts';
import { freePort, spawnStint, startStint, type StintProcess, untilReady } from './stint-process.ts';

const token = 'administrator-token-of-the-database-test';

let dataDirectory: string;
let postgres: EmbeddedPostgres;
let env: Record<string, string>;
let stint: StintProcess | undefined;

beforeEach(async () => {
  dataDirectory = newDataDirectory();
  postgres = await startEmbeddedPostgres({ dataDirectory });
  env = {
    DATABASE_URL: connectionToUrl(postgres.connection),
    STINT_DATA: dataDirectory,
    STINT_PORT: await freePort(),
    STINT_BOOTSTRAP_TOKEN: token,
  };
});

afterEach(async () => {
  await stint?.stop();
  await postgres.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('a database of one’s own', () => {
  it('may go away: every call is refused with 503 in the envelope until it is back', async () => {
    stint = await startStint(env);
    const ask = asker(stint.address);
    expect((await ask('GET', '/api/tracking/client/current')).status).toBe(200);

    await postgres.stop();
    for (let round = 0; round < 3; round += 1) {
      for (const [method, path, body] of calls) {
        const answer = await ask(method, path, body);
        expect(answer).toMatchObject({
          status: 503,
          body: { error: { statusCode: 503, errorCode: 'UnknownError' } },
        });
      }
    }
    expect((await fetch(`${stint.address}/readyz`)).status).toBe(503);
    expect((await fetch(`${stint.address}/healthz`)).status).toBe(200);

    postgres = await startEmbeddedPostgres({ dataDirectory });
    await untilReady(stint.address);
    for (const [method, path, body] of calls) expect((await ask(method, path, body)).status).toBe(200);
  });

  it('may come later than the server, which says so in one line and serves when it is there', async () => {
    await postgres.stop();
    stint = spawnStint({ ...env, STINT_LOG: 'warn' });
    const server = stint;
    while (server.told() === '') await sleep(20);
    await sleep(1_500);
    expect(server.told().trimEnd().split('\n')).toEqual([
      expect.stringContaining('Waiting for the database at'),
    ]);

    postgres = await startEmbeddedPostgres({ dataDirectory });
    await untilReady(server.address);
    expect((await asker(server.address)('GET', '/api/rest/me')).status).toBe(200);
  });
});

const calls = [
  ['GET', '/api/rest/me', undefined],
  ['GET', '/api/rest/workLogs', undefined],
  ['POST', '/api/rest/workLogs', { timestamp: '2026-03-09T09:30:00', length: 60, comment: 'kept' }],
  ['GET', '/api/tracking/client/current', undefined],
  ['POST', '/api/tracking/client/startTracking', { timeZone: 0, tfsId: 7, remark: '', activityTypeId: '' }],
] as const;

function asker(address: string) {
  return async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${address}${path}?api-version=3.2`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
}
