import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPostgresRunning, openDatabase, query } from './data-directory.ts';
import { type Installation, install } from './installation.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await install();
});

afterAll(() => installation.remove());

describe('a server that is told to stop', () => {
  it('lets a running request end, takes no new one, and stops its database', async () => {
    const { dataDirectory, address, tokens } = installation;
    const lock = await openDatabase(dataDirectory);
    await lock.query('begin');
    await lock.query('lock table work_log in exclusive mode');
    const running = fetch(`${address}/api/rest/workLogs?api-version=3.2`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.administrator}`, 'content-type': 'application/json' },
      body: JSON.stringify({ timestamp: '2026-03-09T09:30:00', length: 60, comment: 'the last one' }),
    });
    while (!(await isWaiting(dataDirectory))) await sleep(10);

    const stopped = installation.stint().stop();
    while (
      await fetch(`${address}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      await sleep(10);
    await lock.query('commit');
    await lock.end();

    expect((await running).status).toBe(200);
    expect(await stopped).toBe(0);
    expect(installation.stint().told()).toBe('');
    expect(isPostgresRunning(dataDirectory)).toBe(false);
    await installation.start();
    const kept = await query(dataDirectory, 'select comment from work_log');
    expect(kept).toEqual([{ comment: 'the last one' }]);
  });
});

async function isWaiting(dataDirectory: string): Promise<boolean> {
  return (await query(dataDirectory, `select 1 from pg_locks where not granted`)).length > 0;
}
