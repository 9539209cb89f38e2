import { CompiledQuery, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import type { AuditFilter } from './filter.ts';
import { pageQuery } from './store.ts';

const ROWS = 200_000;
const everything: AuditFilter = {
  from: null,
  until: null,
  personId: null,
  entity: null,
  entityId: null,
  action: null,
  via: null,
};

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
  const { database } = at.server.dependencies;
  // 500 people over a year; every thousandth act is somebody else's on the team member's time.
  await sql`insert into person (organization_id, id, unique_name, display_name, role)
    select ${at.organizationId}::uuid, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'many' || n, 'many', 'Team'
    from generate_series(1, 500) n`.execute(database.system);
  await sql`insert into audit_log (organization_id, id, at, person_id, via, action, entity, entity_id, after, affects)
    select ${at.organizationId}::uuid,
      overlay(overlay(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n), 19, '0')
        placing '8' from 17 for 1) placing '7' from 13 for 1)::uuid,
      at, ('00000000-0000-7000-8000-' || lpad((n % 500 + 1)::text, 12, '0'))::uuid, 'rest',
      case when n % 3 = 0 then 'change' else 'create' end,
      case when n % 1000 = 1 then 'role' else 'worklog' end, (n % 50000)::text, '{}',
      case when n % 1000 = 0 then ${at.people.team.id}::uuid end
    from generate_series(1, ${ROWS}::integer) n,
      lateral (select timestamptz '2025-11-01T00:00:00Z' + n * interval '157 seconds' as at) moment`.execute(
    database.system,
  );
  const owner = new Client(at.database.connectionString);
  await owner.connect();
  await owner.query('vacuum analyze audit_log');
  await owner.end();
});
afterAll(() => at.close());

interface Measured {
  plan: string;
  /** Blocks of 8 KiB that were looked at. */
  blocks: number;
}

async function measure(filter: Partial<AuditFilter>, personId?: string, after?: string): Promise<Measured> {
  const db = at.server.dependencies.database.organization(at.organizationId);
  const scope = personId === undefined ? null : { personId };
  const query = pageQuery(
    at.organizationId,
    scope,
    { ...everything, ...filter },
    { after: after ?? null, count: 50 },
  ).compile(db);
  const explained = CompiledQuery.raw(`explain (analyze, buffers, timing off) ${query.sql}`, [
    ...query.parameters,
  ]);
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(explained);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  const [, hit = '0', , read = '0'] = /Buffers: shared hit=(\d+)( read=(\d+))?/.exec(plan) ?? [];
  return { plan, blocks: Number(hit) + Number(read) };
}

describe(`a page of an audit log of ${ROWS} entries reads few blocks, by an index`, () => {
  test.each([
    ['of everything', {}, 'audit_log_pkey'],
    ['of one person', { personId: '00000000-0000-7000-8000-000000000007' }, 'audit_log_person'],
    ['of one thing', { entity: 'worklog', entityId: '77' }, 'audit_log_entity'],
    ['of a rare kind of thing', { entity: 'role' }, 'audit_log_entity'],
    ['of a day', { from: '2026-01-10T00:00:00Z', until: '2026-01-11T00:00:00Z' }, 'audit_log_pkey'],
  ])('%s', async (_name, filter, index) => {
    const { plan, blocks } = await measure(filter);
    expect(plan).not.toMatch(/Seq Scan on audit_log/);
    expect(plan).toContain(index);
    expect(blocks).toBeLessThan(600);
  });

  test('of what one person may read, own acts and acts on own time', async () => {
    const { plan, blocks } = await measure({}, at.people.team.id);
    expect(plan).not.toMatch(/Seq Scan on audit_log/);
    expect(plan).toContain('audit_log_person');
    expect(plan).toContain('audit_log_affects');
    expect(blocks).toBeLessThan(600);
  });

  test('in the middle of the log', async () => {
    const { plan, blocks } = await measure({}, undefined, '019b9ce3-0000-7000-8000-000000000000');
    expect(plan).toContain('audit_log_pkey');
    expect(blocks).toBeLessThan(600);
  });
});
