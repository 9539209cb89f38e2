import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutOf } from '../embedded/layout.ts';
import { findPostmaster } from '../embedded/postmaster.ts';
import { silentLog } from '../log.ts';
import { type OwnTestServer, ownTestServer } from '../testing/own-server.ts';
import { until } from '../testing/until.ts';
import { type Database, openDatabase } from './database.ts';
import { isUnavailable } from './faults.ts';

let server: OwnTestServer;
let database: Database<object>;

beforeAll(async () => {
  server = await ownTestServer();
  database = openDatabase(server.connection, { log: silentLog });
});

afterAll(async () => {
  await database.close();
  await server.remove();
});

describe('a pool whose server is killed', () => {
  it('fails as unavailable and works again when the server is back', async () => {
    const one = () => sql<{ one: number }>`select 1 as one`.execute(database.organization('a'));
    const failures: unknown[] = [];
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 5 }, one));
      const killed = findPostmaster(layoutOf(server.dataDirectory))?.process.pid ?? 0;
      process.kill(killed, 'SIGKILL');
      await until(async () => {
        const pid = findPostmaster(layoutOf(server.dataDirectory))?.process.pid;
        const answers = await Promise.allSettled(Array.from({ length: 5 }, one));
        for (const answer of answers) if (answer.status === 'rejected') failures.push(answer.reason);
        return pid !== undefined && pid !== killed && answers.every(({ status }) => status === 'fulfilled');
      });
    }
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.filter((failure) => !isUnavailable(failure))).toEqual([]);
    expect(
      isUnavailable(await sql`select nonsense`.execute(database.system).catch((error: unknown) => error)),
    ).toBe(false);
  });
});
