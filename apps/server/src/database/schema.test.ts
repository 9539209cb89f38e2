import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { dumpSchema } from '@stint/postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../testing/test-server.ts';

const committed = fileURLToPath(new URL('../../schema.sql', import.meta.url));

let at: TestServer;
let owner: Client;

beforeAll(async () => {
  at = await testServer();
  owner = new Client(at.database.connectionString);
  await owner.connect();
  await at.ask(at.people.team, 'POST', '/api/rest/workLogs', { length: 60, comment: 'audited' });
});
afterAll(async () => {
  await owner.end();
  await at.close();
});

/** One column of a catalogue query. */
async function names(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

test('the migrations make the committed schema; UPDATE_SCHEMA=1 writes it anew', async () => {
  const schema = await dumpSchema(at.database.config);
  if (process.env['UPDATE_SCHEMA'] === '1') await writeFile(committed, schema);
  expect(schema).toBe(await readFile(committed, 'utf8'));
});

describe('every table that belongs to an organization', () => {
  const owned = `select table_name as name from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'organization_id' and table_type = 'BASE TABLE'`;

  test('has row-level security with the one policy', async () => {
    const tables = await names(owned);
    const walled =
      await names(`select p.tablename as name from pg_policies p join pg_class c on c.oid = p.tablename::regclass
      where c.relrowsecurity and p.cmd = 'ALL' and p.qual like '%organization_id = ( SELECT current_organization()%'`);
    expect(tables.length).toBeGreaterThan(15);
    expect(new Set(walled)).toEqual(new Set(tables));
  });

  test('is seen through views with the rights of who asks', async () => {
    const views = `select relname as name from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace`;
    expect(
      await names(`${views} and not coalesce('security_invoker=true' = any(reloptions), false)`),
    ).toEqual([]);
  });

  test('has keys that its organization leads: primary, unique and foreign ones', async () => {
    const tables = new Set(await names(owned));
    const led = await names(`select distinct o.conrelid::regclass::text as name from pg_constraint o
      where o.contype = 'p' and (select attname from pg_attribute where attrelid = o.conrelid and attnum = o.conkey[1]) = 'organization_id'`);
    expect(new Set(led)).toEqual(tables);
    const others = await names(`select o.conrelid::regclass || '.' || o.conname as name from pg_constraint o
      where o.contype in ('u', 'f') and o.conrelid::regclass::text = any(select table_name from information_schema.columns where column_name = 'organization_id')
        and (select attname from pg_attribute where attrelid = o.conrelid and attnum = o.conkey[1]) <> 'organization_id'`);
    expect(others).toEqual([]);
    const indexes = await names(`select i.indexrelid::regclass::text as name from pg_index i
      where i.indisunique and i.indrelid::regclass::text = any(select table_name from information_schema.columns where column_name = 'organization_id')
        and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) <> 'organization_id'`);
    expect(indexes).toEqual([]);
  });

  test('shows no row to a connection of another organization, and takes none of it', async () => {
    const other = at.server.dependencies.database.organization(at.otherOrganizationId);
    const { team } = at.people;
    expect(await other.selectFrom('person').select('id').where('id', '=', team.id).execute()).toEqual([]);
    const change = await other
      .updateTable('person')
      .set({ display_name: 'stolen' })
      .where('id', '=', team.id)
      .execute();
    expect(change[0]?.numUpdatedRows).toBe(0n);
    const row = { organization_id: at.organizationId, id: team.id, unique_name: 'x', display_name: 'x' };
    await expect(other.insertInto('person').values(row).execute()).rejects.toThrow(/row-level security/);
  });
});

test('no sequence is shared by organizations: ids are made by the application', async () => {
  expect(await names(`select sequencename as name from pg_sequences where schemaname = 'public'`)).toEqual(
    [],
  );
});

describe('the audit log is append-only', () => {
  test.each([
    ['update', `update audit_log set action = 'nothing'`],
    ['delete', 'delete from audit_log'],
  ])('also for the owner of the database: no %s', async (_name, statement) => {
    await owner.query(`select set_config('stint.organization_id', '*', false)`);
    const count = await names('select count(*)::text as name from audit_log');
    expect(Number(count[0])).toBeGreaterThan(0);
    await expect(owner.query(statement)).rejects.toThrow(/append-only/);
  });

  test('the server’s own role may not even try', async () => {
    const { system } = at.server.dependencies.database;
    await expect(system.deleteFrom('audit_log').execute()).rejects.toThrow(/permission denied/);
    await expect(system.updateTable('audit_log').set({ action: 'x' }).execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});
