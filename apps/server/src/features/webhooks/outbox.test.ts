import { sql } from 'kysely';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../connection/testing.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { actsWanted } from './events.ts';

let at: TestServer;
let listener: Client;
const heard: string[] = [];

beforeAll(async () => {
  at = await testServer();
  listener = new Client(at.database.connectionString);
  await listener.connect();
  await listener.query('listen stint_outbox');
  listener.on('notification', ({ payload = '' }) => heard.push(payload));
});
afterAll(async () => {
  await listener.end();
  await at.close();
});
beforeEach(async () => {
  const { system } = at.server.dependencies.database;
  await sql`delete from webhook`.execute(system);
  await sql`delete from outbox`.execute(system);
  heard.length = 0;
});

async function webhook(events: string[], isEnabled = true, organizationId = at.organizationId) {
  await at.server.dependencies.database.system
    .insertInto('webhook')
    .values({
      organization_id: organizationId,
      id: uuid(),
      url: 'http://127.0.0.1/',
      events,
      acts: actsWanted(events),
      sealed_secret: Buffer.alloc(0),
      is_enabled: isEnabled,
    })
    .execute();
}

const outbox = () => at.server.dependencies.database.system.selectFrom('outbox').selectAll().execute();
const book = (count: number) => {
  const entries = Array.from({ length: count }, () => ({ length: 1, comment: 'x' }));
  return at.ask(at.people.team, 'POST', '/api/rest/workLogs/batch', entries);
};

describe('the outbox', () => {
  it('stays empty where nobody listens, or to other things, or not now, or elsewhere', async () => {
    await book(1);
    await webhook(['track.*']);
    await webhook([], false);
    await webhook([], true, at.otherOrganizationId);
    await book(1);
    expect([await outbox(), heard]).toEqual([[], []]);
  });

  it('takes every act of a statement that is wanted, with one notice', async () => {
    await webhook(['worklog.created']);
    await webhook([]);
    await book(40);
    const { system } = at.server.dependencies.database;
    const newest = await system
      .selectFrom('audit_log')
      .select('id')
      .orderBy('id', 'desc')
      .limit(40)
      .execute();
    const waiting = await outbox();
    expect(new Set(waiting.map(({ id }) => id))).toEqual(new Set(newest.map(({ id }) => id)));
    await eventually(async () => expect(heard).toEqual([at.organizationId]));
  });

  it('takes what common table expressions write: a track that is started and booked', async () => {
    await webhook([]);
    const { team } = at.people;
    await at.ask(team, 'POST', '/api/tracking/client/startTracking', { tfsId: 7 });
    await at.ask(team, 'POST', '/api/tracking/client/stopTracking');
    const { system } = at.server.dependencies.database;
    const { rows } = await sql<{ act: string }>`
      select entity || ' ' || action as act from outbox join audit_log using (organization_id, id) order by id`.execute(
      system,
    );
    expect(rows.map(({ act }) => act).toSorted()).toEqual(['track start', 'track stop', 'worklog create']);
    await eventually(async () => expect(heard).toHaveLength(2));
  });

  it('takes nothing of an act that did not happen', async () => {
    await webhook([]);
    const db = at.server.dependencies.database.organization(at.organizationId);
    const entry = { id: uuid(), via: 'rest', action: 'create', entity: 'worklog', entity_id: 'x' };
    const failing = db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('audit_log')
        .values({ organization_id: at.organizationId, ...entry })
        .execute();
      expect(await transaction.selectFrom('outbox').selectAll().execute()).toHaveLength(1);
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect([await outbox(), heard]).toEqual([[], []]);
  });

  it('is behind the wall between organizations', async () => {
    await webhook([]);
    await book(1);
    const other = at.server.dependencies.database.organization(at.otherOrganizationId);
    expect(await other.selectFrom('outbox').selectAll().execute()).toEqual([]);
    const row = { organization_id: at.organizationId, id: uuid() };
    await expect(other.insertInto('outbox').values(row).execute()).rejects.toThrow(/row-level security/);
  });
});
