import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '../log.ts';
import { fixtureMigrations } from '../testing/fixtures/folder.ts';
import type { FixtureTables } from '../testing/fixtures/tables.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { type Database, openDatabase } from './database.ts';
import { prepared } from './prepared.ts';

let test: TestDatabase;
let database: Database<FixtureTables>;

beforeAll(async () => {
  test = await testDatabase(fixtureMigrations);
  database = openDatabase<FixtureTables>(test.config, { log: silentLog, max: 1 });
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

it('is prepared once a connection, in and out of transactions, and its plan is kept', async () => {
  const doubled = prepared<{ twice: number }>('doubled', 'select $1::integer * 2 as twice');
  const db = database.organization('a');
  for (let value = 0; value < 10; value += 1) {
    const { rows } = await db.executeQuery(doubled([value]));
    const inside = await db
      .transaction()
      .execute((transaction) => transaction.executeQuery(doubled([value])));
    expect([rows, inside.rows]).toEqual([[{ twice: value * 2 }], [{ twice: value * 2 }]]);
  }
  const { rows } =
    await sql<object>`select name, generic_plans > 0 as "isKept" from pg_prepared_statements`.execute(db);
  expect(rows).toEqual([{ name: 'doubled', isKept: true }]);
});
