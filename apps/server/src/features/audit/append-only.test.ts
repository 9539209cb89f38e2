import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';

const statements = [
  `update audit_log set action = 'nothing'`,
  'delete from audit_log',
  'truncate audit_log',
  'truncate organization cascade',
  `insert into audit_log (organization_id, id, via, action, entity, entity_id)
    select organization_id, id, via, 'forged', entity, entity_id from audit_log
    on conflict (organization_id, id) do update set action = excluded.action`,
  `merge into audit_log a using audit_log b on a.id = b.id when matched then update set action = 'merged'`,
];

let at: TestServer;
beforeAll(async () => {
  at = await testServer();
  await at.ask(at.people.team, 'POST', '/api/rest/workLogs', { length: 60, comment: 'kept' });
});
afterAll(() => at.close());

async function actions(): Promise<string[]> {
  const { system } = at.server.dependencies.database;
  return (await system.selectFrom('audit_log').select('action').execute()).map(({ action }) => action);
}

test.each(statements)('the owner of the database cannot: %s', async (statement) => {
  const owner = new Client(at.database.connectionString);
  await owner.connect();
  await owner.query(`select set_config('stint.organization_id', '*', false)`);
  await expect(owner.query(statement)).rejects.toThrow(/append-only/);
  await owner.end();
  expect(await actions()).toEqual(['create']);
});

test.each(statements)('the server cannot: %s', async (statement) => {
  const { system } = at.server.dependencies.database;
  await expect(sql.raw(statement).execute(system)).rejects.toThrow(/permission denied/);
  expect(await actions()).toEqual(['create']);
});

test('nobody writes into the log of another organization', async () => {
  const { database } = at.server.dependencies;
  const row = {
    organization_id: at.organizationId,
    id: crypto.randomUUID(),
    via: 'rest',
    action: 'forge',
    entity: 'worklog',
    entity_id: 'x',
  };
  const other = database.organization(at.otherOrganizationId);
  await expect(other.insertInto('audit_log').values(row).execute()).rejects.toThrow(/row-level security/);
});
