import type { PersonExport } from '@stint/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { personColumns } from './person-columns.ts';
import { makers } from './testing/something-of.ts';

type ColumnName = keyof typeof personColumns;

const names = Object.keys(personColumns) as ColumnName[];
/** Columns that hold ids of many kinds or what people wrote, where a person may be among them. */
const TEXTS = /^(audit_log|outbox|idempotency_key|webhook_delivery|live_event|track)\./;

let at: TestServer;
let person: TestPerson;
/** What the export must tell of each column. */
const told = new Map<ColumnName, string>();

beforeAll(async () => {
  at = await testServer({ environment: { secretKey: 'ab'.repeat(32) } });
  person = await at.addPerson(at.organizationId, 'everywhere', 'Administrator');
  for (const name of names) told.set(name, await makers[name]({ at, person }));
});
afterAll(() => at.close());

/** Every column of the database as `table.column`. */
async function columns(condition = sql<boolean>`true`): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and ${condition}
    order by 1`.execute(at.server.dependencies.database.system);
  return rows.map(({ name }) => name);
}

/** Those columns where the person's id stands in some row. */
async function columnsThatName(): Promise<string[]> {
  const found: string[] = [];
  for (const name of await columns()) {
    const [table = '', column = ''] = name.split('.');
    const { rows } = await sql`select 1 from ${sql.table(table)} as t
      where t.${sql.ref(column)}::text like ${`%${person.id}%`} limit 1`.execute(
      at.server.dependencies.database.system,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

async function exported(): Promise<PersonExport> {
  const { status, body } = await at.ask(person, 'GET', '/api/rest/me/export');
  expect(status).toBe(200);
  return body['data'] as unknown as PersonExport;
}

describe('every column that names a person', () => {
  test('is known: by its foreign key, by its name, and by what stands in it', async () => {
    const byKey = await columns(sql<boolean>`exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
        and k.confrelid = 'person'::regclass and a.attnum = any (k.conkey)) and a.attname <> 'organization_id'`);
    const byName = await columns(sql<boolean>`a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
      and a.attname ~ '(person|user|owner|author|manager|recipient|member|affects|_by)'`);
    const known = new Set<string>(names);
    expect([...byKey, ...byName].filter((name) => !known.has(name))).toEqual([]);
    const standing = await columnsThatName();
    expect(standing.filter((name) => !known.has(name) && !TEXTS.test(name))).toEqual([]);
    expect(names.filter((name) => !standing.includes(name))).toEqual([]);
  });

  test.each(names)('%s is told in the export of the person', async (name) => {
    const document = await exported();
    expect(JSON.stringify(document[personColumns[name].exported])).toContain(told.get(name));
  });

  test('gives no secret away', async () => {
    const text = JSON.stringify(await exported());
    const secrets = ['sealed', 'hash of theirs', person.token].flatMap((each) => [
      each,
      Buffer.from(each).toString('base64'),
    ]);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});

describe('when the person is erased, every column that names them', () => {
  test('has only what stays, and leads to somebody without a name', async () => {
    const { administrator, team } = at.people;
    const answer = await at.ask(administrator, 'POST', `/api/rest/users/${person.id}/erase`, {
      confirm: person.id,
    });
    expect(answer.status).toBe(200);
    const left = new Set(await columnsThatName());
    const stays = names.filter((name) => personColumns[name].erased === 'id');
    expect(names.filter((name) => left.has(name))).toEqual(stays);
    const { system } = at.server.dependencies.database;
    const plans = await system.selectFrom('report_schedule').select('recipient_ids').execute();
    expect(plans).toEqual([{ recipient_ids: [team.id] }]);
    const reports = await system.selectFrom('report').select(['name', 'person_id']).execute();
    expect(reports).toEqual([{ name: 'Report for all', person_id: null }]);
  });
});
