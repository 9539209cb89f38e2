import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
let inNewYork: TestPerson;

beforeAll(async () => {
  at = await testServer({ clock: () => Date.parse('2026-01-15T02:00:00Z') });
  inNewYork = await at.addPerson(at.organizationId, 'in New York', 'Team');
  await at.server.dependencies.database.system
    .updateTable('person')
    .set({ time_zone: 'America/New_York' })
    .where('id', '=', inNewYork.id)
    .execute();
});
afterAll(() => at.close());

test('a worklog that is given to somebody in another zone keeps its wall time, now of their clock', async () => {
  const { administrator, team } = at.people;
  const entry = { timestamp: '2026-01-14T08:30:00', length: 3600, comment: 'x' };
  const added = await at.ask(team, 'POST', '/api/rest/workLogs', entry);
  const id = textOf(added.body['data']?.['id']);
  const given = await at.ask(administrator, 'PATCH', `/api/rest/workLogs/${id}`, { userId: inNewYork.id });
  expect(given.body['data']).toMatchObject({
    timestamp: '2026-01-14T08:30:00',
    createdTimestamp: '2026-01-14T21:00:00',
    user: { id: inNewYork.id },
  });
  const stored = await at.server.dependencies.database.system
    .selectFrom('work_log')
    .select(['started_at', 'local_started_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  expect(stored).toEqual({ started_at: '2026-01-14T13:30:00Z', local_started_at: '2026-01-14T08:30:00' });
});
