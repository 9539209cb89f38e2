import { AbortedTransactionError, CompiledQuery, type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../log.ts';
import { fixtureMigrations } from '../testing/fixtures/folder.ts';
import { query } from '../testing/fixtures/query.ts';
import type { FixtureTables } from '../testing/fixtures/tables.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { type Database, openDatabase } from './database.ts';
import { isConflict, isUnavailable, isUniqueViolation } from './faults.ts';
import { retryOnConflict } from './retry.ts';

let test: TestDatabase;
let database: Database<FixtureTables>;

beforeAll(async () => {
  test = await testDatabase(fixtureMigrations);
  database = openDatabase<FixtureTables>(test.config, { log: silentLog, max: 3 });
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

beforeEach(async () => {
  await query(test.config, 'truncate organization, note');
  await database.system
    .insertInto('organization')
    .values([{ organization_id: 'a' }, { organization_id: 'b' }])
    .execute();
});

function terminate(pid: number | undefined): Promise<unknown> {
  return query(test.config, 'select pg_terminate_backend($1)', [pid]);
}

function backend(db: Kysely<FixtureTables>): Promise<number | undefined> {
  return sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db).then(({ rows }) => rows[0]?.pid);
}

describe('row-level security', () => {
  it('shows every organization its own rows only, on connections shared under load', async () => {
    const ids = ['a', 'b'] as const;
    const work = Array.from({ length: 200 }, async (_, index) => {
      const id = ids[index % 2] ?? 'a';
      const db = database.organization(id);
      await db.insertInto('note').values({ organization_id: id, note_id: index }).execute();
      const seen = await db
        .transaction()
        .execute((transaction) =>
          transaction.selectFrom('note').select('organization_id').distinct().execute(),
        );
      return { id, seen };
    });
    for (const { id, seen } of await Promise.all(work)) expect(seen).toEqual([{ organization_id: id }]);
    const all = await database.system
      .selectFrom('note')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirst();
    expect(all?.n).toBe(200);
  });

  it('refuses to write rows of another organization', async () => {
    const foreign = database
      .organization('b')
      .insertInto('note')
      .values({ organization_id: 'a', note_id: 1 })
      .execute();
    await expect(foreign).rejects.toThrow(/row-level security policy/);
  });

  it('does not take a wildcard or nothing for an organization', () => {
    expect(() => database.organization('*')).toThrow('not the id of an organization');
    expect(() => database.organization('')).toThrow('not the id of an organization');
  });

  it('does not change the organization with a transaction that is rolled back', async () => {
    const db = database.organization('a');
    await db.insertInto('note').values({ organization_id: 'a', note_id: 1 }).execute();
    const failed = db.transaction().execute(async () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    for (let index = 0; index < 6; index += 1) {
      expect(
        await database
          .organization(index % 2 ? 'b' : 'a')
          .selectFrom('note')
          .selectAll()
          .execute(),
      ).toHaveLength(index % 2 ? 0 : 1);
    }
  });
});

describe('transactions', () => {
  it('undo everything when the work fails, and leave the connection usable', async () => {
    const db = database.organization('a');
    const failed = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('note').values({ organization_id: 'a', note_id: 1 }).execute();
      await transaction.insertInto('note').values({ organization_id: 'a', note_id: 1 }).execute();
    });
    const error: unknown = await failed.catch((reason: unknown) => reason);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'note_pkey')).toBe(true);
    expect(isUniqueViolation(error, 'other')).toBe(false);
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
  });

  it('tell when a commit became a roll-back', async () => {
    const aborted = database
      .organization('a')
      .transaction()
      .execute(async (transaction) => {
        await transaction.executeQuery(CompiledQuery.raw('select 1 / 0')).catch(() => undefined);
      });
    await expect(aborted).rejects.toThrow(AbortedTransactionError);
  });

  it('take isolation level and access mode, and savepoints', async () => {
    const db = database.organization('a');
    const level = await db
      .transaction()
      .setIsolationLevel('serializable')
      .setAccessMode('read only')
      .execute((transaction) =>
        sql<{
          level: string;
          mode: string;
        }>`select current_setting('transaction_isolation') as level, current_setting('transaction_read_only') as mode`.execute(
          transaction,
        ),
      );
    expect(level.rows).toEqual([{ level: 'serializable', mode: 'on' }]);
    const controlled = await db.startTransaction().execute();
    const saved = await controlled.savepoint('before').execute();
    await saved.insertInto('note').values({ organization_id: 'a', note_id: 1 }).execute();
    await (await saved.rollbackToSavepoint('before').execute())
      .insertInto('note')
      .values({ organization_id: 'a', note_id: 2 })
      .execute();
    await controlled.commit().execute();
    expect(await db.selectFrom('note').select('note_id').execute()).toEqual([{ note_id: 2 }]);
  });

  it('run again after losing against another', async () => {
    const db = database.organization('a');
    await db.insertInto('note').values({ organization_id: 'a', note_id: 0, body: '' }).execute();
    const append = () =>
      retryOnConflict(
        () =>
          db
            .transaction()
            .setIsolationLevel('serializable')
            .execute(async (transaction) => {
              const { body } = await transaction.selectFrom('note').select('body').executeTakeFirstOrThrow();
              await transaction
                .updateTable('note')
                .set({ body: `${body}x` })
                .execute();
            }),
        50,
      );
    await Promise.all(Array.from({ length: 6 }, append));
    expect(await db.selectFrom('note').select('body').executeTakeFirst()).toEqual({ body: 'xxxxxx' });
    expect(isConflict(new Error('other'))).toBe(false);
  });
});

describe('connections', () => {
  it('act as the application role with plans for the values at hand', async () => {
    const { rows } =
      await sql`select current_user as role, current_setting('plan_cache_mode') as plans, current_setting('statement_timeout') as timeout, current_setting('TimeZone') as zone`.execute(
        database.system,
      );
    expect(rows).toEqual([{ role: 'stint_app', plans: 'auto', timeout: '30s', zone: 'UTC' }]);
  });

  it('are replaced when they break, idle or at work', async () => {
    const db = database.organization('a');
    const broken = db.connection().execute(async (connection) => {
      await terminate(await backend(connection));
      await sql`select 1`.execute(connection);
    });
    expect(isUnavailable(await broken.catch((error: unknown) => error))).toBe(true);
    const inTransaction = db.transaction().execute(async (transaction) => {
      await terminate(await backend(transaction));
      await sql`select 1`.execute(transaction);
    });
    expect(isUnavailable(await inTransaction.catch((error: unknown) => error))).toBe(true);
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
  });

  it('are not handed on inside a transaction somebody left open', async () => {
    await database
      .organization('a')
      .connection()
      .execute((connection) => sql`begin`.execute(connection));
    const { rows } = await sql<{
      open: number;
    }>`select count(*)::int as open from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()`.execute(
      database.system,
    );
    expect(rows).toEqual([{ open: 0 }]);
  });
});

describe('values', () => {
  it('come as numbers where exact, as text of times, as objects of JSON', async () => {
    const { rows } =
      await sql`select 9007199254740991::int8 as safe, 9007199254740993::int8 as unsafe, sum(n) as sum, 1.50::numeric as fraction,
      0.1234567890123456789::numeric as fine, timestamptz '2026-03-29 01:00:00.25+02' as instant, timestamp '2026-01-02 03:04:05' as wall, date '2026-01-02' as day,
      timestamptz 'infinity' as never, array[1::int8] as numbers, array[date '2026-01-02', null] as days, '{"a":[1]}'::jsonb as document
      from generate_series(1, 3::int8) n`.execute(database.system);
    expect(rows).toEqual([
      {
        safe: 9007199254740991,
        unsafe: '9007199254740993',
        sum: 6,
        fraction: 1.5,
        fine: '0.1234567890123456789',
        instant: '2026-03-28T23:00:00.25Z',
        wall: '2026-01-02T03:04:05',
        day: '2026-01-02',
        never: 'infinity',
        numbers: [1],
        days: ['2026-01-02', null],
        document: { a: [1] },
      },
    ]);
  });
});
