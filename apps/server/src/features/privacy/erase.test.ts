import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../identity/passwords.ts';
import { beginSession } from '../../identity/sessions.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { savePeople } from '../connection/people.ts';
import { personOf } from '../openid/person.ts';

let at: TestServer;
let administrator: TestPerson;
let now = Date.parse('2026-03-02T08:00:00Z');

beforeAll(async () => {
  at = await testServer({ clock: () => now });
  ({ administrator } = at.people);
});
afterAll(() => at.close());

const EMAIL = 'wilhelmina.zweistein@demo.local';
const NAME = 'Wilhelmina Zweistein';
const AZURE_ID = '0198b9a0-1111-4000-8000-00000000000a';
const issuer = 'https://login.example';

/** A person with something in every table that knows people. */
async function wilhelmina(): Promise<TestPerson & { secrets: string[] }> {
  const person = { ...(await at.addPerson(at.organizationId, 'wilhelmina.zweistein', 'Team')), email: EMAIL };
  const { system } = at.server.dependencies.database;
  const own = { organization_id: at.organizationId, person_id: person.id };
  await system
    .updateTable('person')
    .set({
      display_name: NAME,
      azure_devops_id: AZURE_ID,
      is_approval_manager: true,
      settings: '{"locale":"de"}',
    })
    .where('id', '=', person.id)
    .execute();
  const hash = await hashPassword('correct horse battery staple');
  await system
    .insertInto('password')
    .values({ ...own, hash })
    .execute();
  const db = at.server.dependencies.database.organization(at.organizationId);
  await signInAsHer();
  const session = await beginSession(
    db,
    { personId: person.id, via: 'web', address: null },
    {
      organizationId: at.organizationId,
      personId: person.id,
      method: 'password',
      userAgent: 'Browser of Wilhelmina',
      replaces: undefined,
    },
  );
  const pin = await at.ask(null, 'POST', '/api/pin/create');
  await at.ask(person, 'POST', '/api/rest/apps', { pin: pin.body['pin'], name: 'Phone' });
  await at.ask(person, 'POST', '/api/rest/workLogs', { length: 3600, comment: 'built the door' });
  const key = { 'idempotency-key': 'by-somebody-else' };
  const forHer = { length: 60, comment: 'for her', userId: person.id };
  await at.ask(administrator, 'POST', '/api/rest/workLogs', forHer, key);
  await webhookTelling(`{"user":{"email":"${EMAIL}","name":"${NAME}"}}`);
  return { ...person, secrets: [person.token, hash, session, String(pin.body['secret'])] };
}

/** Comes in by OpenID Connect; answers as whom. */
async function signInAsHer(): Promise<string> {
  const { database, organizations } = at.server.dependencies;
  const organization = await organizations.byId(at.organizationId);
  if (!organization) throw new Error('the organization is missing');
  const source = { personId: null, via: 'web', address: null } as const;
  const claims = {
    issuer,
    subject: 'subject-of-w',
    email: EMAIL,
    isEmailVerified: true,
    name: NAME,
    groups: [],
    hasTooManyGroups: false,
  };
  return personOf(database.organization(at.organizationId), organization, source, claims);
}

async function webhookTelling(body: string): Promise<void> {
  const { system } = at.server.dependencies.database;
  const id = '0198b9a0-2222-7000-8000-000000000001';
  const organization_id = at.organizationId;
  await system
    .insertInto('webhook')
    .values({
      organization_id,
      id,
      url: 'https://hooks.example',
      sealed_secret: Buffer.from('x'),
      created_by: null,
    })
    .execute();
  for (const [delivery, text] of [
    ['01', body],
    ['02', '{"user":{"email":"other@demo.local"},"comment":"team"}'],
  ] as const) {
    await system
      .insertInto('webhook_delivery')
      .values({
        organization_id,
        id: `0198b9a0-2222-7000-8000-0000000001${delivery}`,
        webhook_id: id,
        event_id: id,
        event_type: 'worklog.created',
        body: text,
        next_attempt_at: null,
        last_attempt_at: null,
        response_status: null,
        fault: null,
      })
      .execute();
  }
}

/** Every row of every table that organizations share, as text by table. */
async function wholeDatabase(): Promise<Map<string, string>> {
  const { system } = at.server.dependencies.database;
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration'`.execute(
    system,
  );
  const texts = new Map<string, string>();
  for (const { name } of rows) {
    const { rows: content } = await sql<{ text: string }>`
      select coalesce(string_agg(t::text, chr(10)), '') as text from ${sql.table(name)} t`.execute(system);
    texts.set(name, content[0]?.text ?? '');
  }
  return texts;
}

async function totals(): Promise<object> {
  const { body } = await at.ask(administrator, 'GET', '/api/rest/workLogs/all?$count=500');
  const logs = body['data'] as unknown as { length: number; user: { id: string } }[];
  const byPerson: Record<string, number> = {};
  for (const { length, user } of logs) byPerson[user.id] = (byPerson[user.id] ?? 0) + length;
  return { byPerson, count: logs.length };
}

const erase = (id: string, confirm = id, by = administrator) =>
  at.ask(by, 'POST', `/api/rest/users/${id}/erase`, { confirm });

describe('erasing a person', () => {
  test('leaves their time and takes their name, secrets and sign-ins out of the whole database', async () => {
    const person = await wilhelmina();
    await at.ask(person, 'POST', '/api/tracking/client/startTracking', { remark: 'measured', timeZone: 60 });
    now += 600_000;
    await at.ask(person, 'POST', '/api/tracking/client/stopTracking');
    const before = await totals();

    const answer = await erase(person.id);
    expect(answer).toMatchObject({
      status: 200,
      body: { data: { id: person.id, uniqueName: expect.stringMatching(/^erased-[0-9a-f]{12}$/) } },
    });

    const searched = [EMAIL, NAME, 'wilhelmina', 'zweistein', AZURE_ID, 'subject-of-w', ...person.secrets];
    for (const [table, text] of await wholeDatabase()) {
      const found = searched.filter((part) => text.toLowerCase().includes(part.toLowerCase()));
      expect({ table, found }).toEqual({ table, found: [] });
    }
    expect(await totals()).toEqual(before);
    expect((await wholeDatabase()).get('work_log')).toContain('built the door');
    expect((await wholeDatabase()).get('webhook_delivery')).toContain('other@demo.local');
    expect((await at.ask(person, 'GET', '/api/rest/me')).status).toBe(401);
    const link = await at.ask(administrator, 'POST', `/api/rest/users/${person.id}/signInLink`);
    expect(link.status).toBe(404);

    const again = await erase(person.id);
    expect(again.body).toEqual(answer.body);
    const acts = await at.server.dependencies.database.system
      .selectFrom('audit_log')
      .select(['person_id', 'before', 'after'])
      .where('action', '=', 'erase')
      .where('entity_id', '=', person.id)
      .execute();
    expect(acts).toEqual([{ person_id: administrator.id, before: null, after: null }]);
  });

  test('makes a new person of one who appears again in Azure DevOps or by OpenID Connect', async () => {
    const { system } = at.server.dependencies.database;
    const known = { id: AZURE_ID, uniqueName: EMAIL, displayName: NAME };
    await savePeople(system, at.organizationId, [known]);
    const id = await signInAsHer();
    const people = await system
      .selectFrom('person')
      .select(['id', 'role', 'erased_at'])
      .where(sql<boolean>`lower(email) = ${EMAIL}`)
      .execute();
    expect(people).toEqual([{ id, role: 'None', erased_at: null }]);
  });

  test('books a running track first', async () => {
    const person = await at.addPerson(at.organizationId, 'tracking', 'Team');
    await at.ask(person, 'POST', '/api/tracking/client/startTracking', {
      remark: 'unfinished',
      timeZone: 60,
    });
    now += 3_600_000;
    expect((await erase(person.id)).status).toBe(200);
    const { body } = await at.ask(administrator, 'GET', `/api/rest/workLogs/all?$userIds=${person.id}`);
    expect(body['data']).toMatchObject([{ length: 3600, comment: 'unfinished', flags: { isTracked: true } }]);
    const text = await wholeDatabase();
    expect(text.get('track')).not.toContain(person.id);
  });

  test('is refused without the right confirmation, for oneself, by others and for strangers', async () => {
    const { team, product, stranger } = at.people;
    const refusals = [
      await erase(team.id, product.id),
      await erase(administrator.id),
      await erase(stranger.id),
      await erase(team.id, team.id, at.people.budget),
    ];
    expect(refusals.map(({ status, body }) => [status, body['error']?.['errorCode']])).toEqual([
      [409, 'DbValidationError'],
      [409, 'DbValidationError'],
      [404, 'EntityNotFound'],
      [403, 'AccessDenied'],
    ]);
    expect((await at.ask(team, 'GET', '/api/rest/me')).status).toBe(200);
  });

  test('of two administrators by each other at once leaves one', async () => {
    const second = await at.addPerson(at.organizationId, 'second', 'Administrator');
    const answers = await Promise.all([erase(second.id), erase(administrator.id, administrator.id, second)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await sql`select id from person where organization_id = ${at.organizationId}::uuid
      and role = 'Administrator'`.execute(at.server.dependencies.database.system);
    expect(rows).toHaveLength(1);
  });
});
