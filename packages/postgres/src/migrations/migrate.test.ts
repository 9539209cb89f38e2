import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { administratorRole } from '../roles.ts';
import { query } from '../testing/fixtures/query.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { migrate } from './migrate.ts';

let folder: string;
let empty: string;
let database: TestDatabase;

beforeEach(async () => {
  empty = mkdtempSync(join(tmpdir(), 'stint-migrations-'));
  folder = mkdtempSync(join(tmpdir(), 'stint-migrations-'));
  writeFileSync(join(folder, '0001_first.sql'), 'create table first (id integer);\n');
  writeFileSync(
    join(folder, '0002_second.sql'),
    'create table second (id integer);\ninsert into second values (1);\n',
  );
  database = await testDatabase(empty);
});

afterEach(async () => {
  await database.drop();
  for (const path of [empty, folder]) rmSync(path, { recursive: true, force: true });
});

describe('migrate', () => {
  it('applies the files in order, once', async () => {
    expect(await migrate(database.config, folder)).toEqual({
      applied: ['0001_first.sql', '0002_second.sql'],
      version: 2,
    });
    expect(await migrate(database.config, folder)).toEqual({ applied: [], version: 2 });
    expect(
      await query(database.config, 'select version, name from schema_migration order by version'),
    ).toEqual([
      { version: 1, name: '0001_first.sql' },
      { version: 2, name: '0002_second.sql' },
    ]);
  });

  it('stops at an earlier version when asked, and goes on from there', async () => {
    expect(await migrate(database.config, folder, { upTo: 1 })).toEqual({
      applied: ['0001_first.sql'],
      version: 1,
    });
    expect(await migrate(database.config, folder)).toEqual({ applied: ['0002_second.sql'], version: 2 });
    expect(await migrate(database.config, folder, { upTo: 1 })).toEqual({ applied: [], version: 2 });
  });

  it('applies each file once when several processes start together', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => migrate(database.config, folder)));
    expect(results.flatMap(({ applied }) => applied)).toEqual(['0001_first.sql', '0002_second.sql']);
    expect(await query(database.config, 'select id from second')).toEqual([{ id: 1 }]);
  });

  it('leaves nothing of a file that fails, and names file and line', async () => {
    writeFileSync(
      join(folder, '0003_third.sql'),
      `create table third (name text default '🕑');\n\nselect nonsense;\n`,
    );
    await expect(migrate(database.config, folder)).rejects.toThrow(
      `${join(folder, '0003_third.sql')}:3: column "nonsense" does not exist`,
    );
    expect(
      await query(
        database.config,
        `select to_regclass('third') as third, count(*)::int as applied from schema_migration`,
      ),
    ).toEqual([{ third: null, applied: 2 }]);
  });

  it('refuses a file that was changed after it had been applied', async () => {
    await migrate(database.config, folder);
    writeFileSync(join(folder, '0001_first.sql'), 'create table first (id bigint);\n');
    await expect(migrate(database.config, folder)).rejects.toThrow(
      /0001_first\.sql was changed after it had been applied/,
    );
  });

  it('does not mind line ends of another system', async () => {
    await migrate(database.config, folder);
    writeFileSync(join(folder, '0001_first.sql'), 'create table first (id integer);\r\n');
    expect(await migrate(database.config, folder)).toEqual({ applied: [], version: 2 });
  });

  it('refuses a database that is newer than the files', async () => {
    await migrate(database.config, folder);
    rmSync(join(folder, '0002_second.sql'));
    await expect(migrate(database.config, folder)).rejects.toThrow(
      /The database is newer than this program: it has migration 0002_second\.sql/,
    );
  });

  it('refuses badly named and missing numbers', async () => {
    writeFileSync(join(folder, '0004_fourth.sql'), 'select 1');
    await expect(migrate(database.config, folder)).rejects.toThrow(/0004_fourth\.sql: expected number 0003/);
    writeFileSync(join(folder, 'later.sql'), 'select 1');
    await expect(migrate(database.config, folder)).rejects.toThrow(/later\.sql: a migration is named like/);
  });

  it('says what an administrator must run when the login may not act as the application role', async () => {
    const administrator = { ...database.config, user: administratorRole };
    const name = database.config.database.replace('test', 'guest');
    await query(administrator, `create role "${name}" login`);
    try {
      await expect(migrate({ ...database.config, user: name }, folder)).rejects.toThrow(
        `let an administrator run: CREATE ROLE stint_app NOLOGIN; GRANT stint_app TO "${name}";`,
      );
    } finally {
      await query(administrator, `drop role "${name}"`);
    }
  });
});
