import { gunzipSync } from 'node:zlib';
import { calls, faultFinder, type PersonExport } from '@stint/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../identity/passwords.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
let team: TestPerson;
let administrator: TestPerson;

beforeAll(async () => {
  at = await testServer();
  ({ team, administrator } = at.people);
});
afterAll(() => at.close());

async function documentOf(person: TestPerson, path: string): Promise<PersonExport> {
  const answer = await at.ask(person, 'GET', path);
  expect(answer.status).toBe(200);
  expect(faultFinder(calls.exportMe.answer)(answer.body['data'])).toBeNull();
  return answer.body['data'] as unknown as PersonExport;
}

describe('the export of one person', () => {
  test('holds everything of theirs and nothing of others', async () => {
    const booked = (by: TestPerson, body: object) =>
      at.ask(by, 'POST', '/api/rest/workLogs', { length: 60, ...body });
    await booked(team, { comment: 'mine' });
    await booked(administrator, { comment: 'booked for me', userId: team.id });
    await booked(administrator, { comment: 'of somebody else' });
    await at.ask(team, 'PATCH', '/api/rest/me/settings', { locale: 'de' });
    const { system } = at.server.dependencies.database;
    await system
      .insertInto('time_week')
      .values({
        organization_id: at.organizationId,
        id: '0198b9a0-0000-7000-8000-000000000001',
        person_id: team.id,
        week_start: '2026-03-02',
        week_end: '2026-03-08',
        state: 2,
        modified_at: '2026-03-09T10:00:00Z',
        comment: 'please look again',
      })
      .execute();

    const document = await documentOf(team, '/api/rest/me/export');

    expect(document.person).toMatchObject({
      id: team.id,
      email: team.email,
      displayName: 'team',
      role: 'Team',
    });
    expect(document.settings).toMatchObject({ locale: 'de' });
    expect(document.tokens).toMatchObject([{ name: 'test', revoked: null }]);
    expect(document.weeks).toMatchObject([
      { weekStart: '2026-03-02', state: 2, comment: 'please look again' },
    ]);
    expect(document.workLogs.map(({ comment }) => comment).toSorted()).toEqual(['booked for me', 'mine']);
    const acts = document.auditRows.map(({ action, entity, personId }) => [action, entity, personId]);
    expect(acts).toContainEqual(['create', 'worklog', team.id]);
    expect(acts).toContainEqual(['create', 'worklog', administrator.id]);
    expect(JSON.stringify(document)).not.toContain('of somebody else');
  });

  test('holds no secret and no hash of one', async () => {
    const person = await at.addPerson(at.organizationId, 'secretive', 'Team');
    const { system } = at.server.dependencies.database;
    const hash = await hashPassword('correct horse battery staple');
    await system
      .insertInto('password')
      .values({ organization_id: at.organizationId, person_id: person.id, hash })
      .execute();
    const { secret_hash: tokenHash } = await system
      .selectFrom('api_token')
      .select('secret_hash')
      .where('person_id', '=', person.id)
      .executeTakeFirstOrThrow();
    const document = await documentOf(person, '/api/rest/me/export');
    expect(document.hasPassword).toBe(true);
    for (const secret of [person.token, hash, tokenHash.toString('hex'), tokenHash.toString('base64')]) {
      expect(JSON.stringify(document)).not.toContain(secret);
    }
  });

  test('is a file, recorded in the audit log, and for administrators the same', async () => {
    const answer = await at.ask(administrator, 'GET', `/api/rest/users/${team.id}/export`);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': expect.stringMatching(
        new RegExp(`^attachment; filename="person-${team.id}-\\d{4}-\\d\\d-\\d\\d\\.json"$`),
      ),
    });
    const { person, workLogs, auditRows } = answer.body['data'] as unknown as PersonExport;
    const own = await documentOf(team, '/api/rest/me/export');
    expect({ person, workLogs }).toEqual({ person: own.person, workLogs: own.workLogs });
    expect(auditRows).toContainEqual(
      expect.objectContaining({ action: 'export', entityId: team.id, personId: administrator.id }),
    );
  });

  test('loses and repeats no worklog, also where hundreds begin at the same time', async () => {
    const person = await at.addPerson(at.organizationId, 'busy', 'Team');
    const times = [
      '2026-01-05T09:00:00',
      '2026-01-05T09:00:00',
      '2026-01-05T09:00:00',
      '2026-01-06T09:00:00',
    ];
    for (const timestamp of times) {
      const entries = Array.from({ length: 350 }, (_, index) => ({
        length: index + 1,
        comment: 'x',
        timestamp,
      }));
      expect((await at.ask(person, 'POST', '/api/rest/workLogs/batch', entries)).status).toBe(200);
    }
    const { workLogs } = await documentOf(person, '/api/rest/me/export');
    expect(new Set(workLogs.map(({ id }) => id)).size).toBe(1400);
    expect(workLogs.length).toBe(1400);
  });

  test('of unknown people and those of other organizations is not found', async () => {
    const { status, body } = await at.ask(
      administrator,
      'GET',
      `/api/rest/users/${at.people.stranger.id}/export`,
    );
    expect([status, body['error']?.['errorCode']]).toEqual([404, 'EntityNotFound']);
  });
});

test('the export of the organization is a compressed file without credentials', async () => {
  const answer = await at.server.app.inject({
    method: 'GET',
    url: '/api/rest/organization/export?api-version=3.2',
    headers: { authorization: `Bearer ${administrator.token}` },
  });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/gzip',
    'content-disposition': expect.stringMatching(/filename="demo-\d{4}-\d\d-\d\d\.ndjson\.gz"$/),
  });
  const lines = gunzipSync(answer.rawPayload).toString().trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    format: 'stint-rows',
    part: { id: at.organizationId, slug: 'demo', name: 'Demo' },
  });
  const text = lines.join('\n');
  expect(text).toContain(team.email);
  expect(text).not.toContain('stranger');
  const tables = lines.flatMap((line) => /^{"table":"(\w+)"/.exec(line)?.[1] ?? []);
  for (const table of ['api_token', 'password', 'session', 'webhook', 'azure_devops_connection', 'outbox']) {
    expect(tables).not.toContain(table);
  }
  expect(tables).toContain('external_identity');
});
