import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { activityTypesOf, NOT_SET } from './testing.ts';

const WRITERS = 50;

let at: TestServer;
let types: ReturnType<typeof activityTypesOf>;
let writers: TestPerson[];

beforeAll(async () => {
  at = await testServer();
  types = activityTypesOf(at);
  const names = Array.from({ length: WRITERS }, (_, index) => `writer${index}`);
  writers = await Promise.all(names.map((name) => at.addPerson(at.organizationId, name, 'Team')));
});
afterAll(() => at.close());

/** Worklogs, people and tracks that name a type; each of them must be none once it is deleted. */
async function usesOf(id: string): Promise<unknown> {
  const { system } = at.server.dependencies.database;
  const { rows } = await sql`select
    (select count(*)::integer from work_log where activity_type_id = ${id}) as worklogs,
    (select count(*)::integer from person where default_activity_type_id = ${id}) as people,
    (select count(*)::integer from track where state #>> '{tracking,run,details,activityTypeId}' = ${id}) as tracks`.execute(
    system,
  );
  return rows[0];
}

test.each(['with a replacement', 'without one, as soon as nothing uses it'])(
  'what is booked, chosen and tracked while a type is deleted %s never ends with it',
  async (way) => {
    const id = await types.add(`Raced ${way.slice(0, 7)}`);
    const query = way === 'with a replacement' ? `?$replacementId=${NOT_SET}` : '';
    const write = (person: TestPerson, index: number) => {
      const entry = { length: 60, comment: `x${index}`, activityTypeId: id };
      if (index % 5 === 3)
        return at.ask(person, 'PATCH', '/api/rest/me/settings', { defaultActivityTypeId: id });
      if (index % 5 === 4)
        return at.ask(person, 'POST', '/api/tracking/client/startTracking', {
          tfsId: 7,
          activityTypeId: id,
        });
      return at.ask(person, 'POST', '/api/rest/workLogs', entry);
    };
    const asked = writers.map(async (person, index) => {
      if (index === WRITERS / 2) return types.ask('DELETE', `/${id}${query}`);
      return write(person, index);
    });
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    if (statuses[WRITERS / 2] === 409) {
      const listed = (await types.list()).activityTypes.map((type) => type.id);
      expect(listed).toContain(id);
      return;
    }
    await Promise.all(writers.map((person) => at.ask(person, 'POST', '/api/tracking/client/stopTracking')));
    expect(await usesOf(id)).toEqual({ worklogs: 0, people: 0, tracks: 0 });
  },
);

test('who waits for a deletion to end is refused by the foreign key, naming the field', async () => {
  const id = await types.add('Waited for');
  const { database } = at.server.dependencies;
  const { promise: isLocked, resolve: locked } = Promise.withResolvers<void>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const deleting = database
    .organization(at.organizationId)
    .transaction()
    .execute(async (db) => {
      const type = db.updateTable('activity_type').where('organization_id', '=', at.organizationId);
      await type.where('id', '=', id).set({ deleted_at: new Date().toISOString() }).execute();
      locked();
      await mayEnd;
    });
  await isLocked;
  const body = { length: 60, comment: 'x', activityTypeId: id };
  const booking = at.ask(at.people.team, 'POST', '/api/rest/workLogs', body);
  await somebodyWaits();
  end();
  await deleting;
  expect(await booking).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringMatching(/^activityTypeId: was deleted/) } },
  });
});

/** Until a statement waits for what another transaction holds; the database's owner sees what others wait for. */
async function somebodyWaits(): Promise<void> {
  const owner = new Client(at.database.connectionString);
  await owner.connect();
  try {
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await owner.query(waiting)).rows.length === 0) await sleep(10);
  } finally {
    await owner.end();
  }
}
