import { exportRows, openDatabase, silentLog } from '@stint/postgres';
import { type TestDatabase, testDatabase } from '@stint/postgres/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tables } from '../database/tables.ts';
import { migrationsFolder } from '../testing/test-server.ts';
import { makeDemo } from './make-demo.ts';

const now = Date.parse('2026-03-04T11:20:00Z');
let at: Demo;

interface Demo {
  database: TestDatabase;
  db: ReturnType<typeof openDatabase<Tables>>;
  organizationId: string | undefined;
}

async function demo(seed: number, moment = now): Promise<Demo> {
  const database = await testDatabase(migrationsFolder);
  const db = openDatabase<Tables>(database.config, { log: silentLog });
  const made = await makeDemo(db, { seed, now: moment });
  return { database, db, organizationId: made?.organizationId };
}

async function drop({ db, database }: Demo): Promise<void> {
  await db.close();
  await database.drop();
}

async function rows<Row>({ db }: Demo, text: string): Promise<Row[]> {
  return (await sql.raw<Row>(text).execute(db.system)).rows;
}

async function content({ database }: Demo): Promise<string[]> {
  const lines: string[] = [];
  const tables = ['person', 'activity_type', 'work_item', 'work_item_type', 'work_log'];
  for await (const line of exportRows(database.config, { tables })) lines.push(line);
  return lines;
}

beforeAll(async () => {
  at = await demo(1);
});
afterAll(() => drop(at));

describe('the demo', () => {
  test('has the default organization with its people in their roles', async () => {
    expect(await rows(at, 'select id, slug, is_default from organization')).toEqual([
      { id: at.organizationId, slug: 'demo', is_default: true },
    ]);
    const people = await rows<{ name: string; role: string }>(
      at,
      `select unique_name as name, role from person order by role = 'Team', unique_name`,
    );
    expect(people).toHaveLength(12);
    expect(people.slice(0, 6)).toEqual([
      { name: 'admin@demo.local', role: 'Administrator' },
      { name: 'ann@demo.local', role: 'Budget' },
      { name: 'bob@demo.local', role: 'Product' },
      { name: 'cleo@demo.local', role: 'Team' },
      { name: 'dan@demo.local', role: 'Team' },
      { name: 'eve@demo.local', role: 'Team' },
    ]);
    expect(new Set(people.slice(3).map(({ role }) => role))).toEqual(new Set(['Team']));
    expect(await rows(at, 'select * from password')).toEqual([]);
  });

  test('has six activity types and [Not Set]', async () => {
    expect(await rows(at, 'select count(*) as types from activity_type')).toEqual([{ types: 7 }]);
  });

  test('has 400 work items in four levels of two projects, item 1001 a task of cleo', async () => {
    const levels = await rows(
      at,
      `with recursive item as (
         select id, project, 1 as level from work_item where parent_id is null
         union all
         select child.id, child.project, level + 1 from work_item child join item on child.parent_id = item.id
       )
       select count(*) as items, max(level) as levels, array_agg(distinct project order by project) as projects from item`,
    );
    expect(levels).toEqual([{ items: 400, levels: 4, projects: ['Atlas', 'Borealis'] }]);
    expect(
      await rows(
        at,
        'select type, title, project, state_category, assigned_to from work_item where id = 1001',
      ),
    ).toEqual([
      {
        type: 'Task',
        title: 'Retry failed uploads',
        project: 'Atlas',
        state_category: 'InProgress',
        assigned_to: 'cleo@demo.local',
      },
    ]);
    expect(
      await rows(
        at,
        `select 1 from work_item i where not exists
           (select 1 from work_item_type t where t.project = i.project and t.name = i.type and t.color ~* '^[0-9a-f]{6}$')`,
      ),
    ).toEqual([]);
  });

  test('has about 10,000 worklogs of a year, each on its owner’s wall clock, none in the future', async () => {
    const [found] = await rows<Record<string, unknown>>(
      at,
      `select count(*) between 9000 and 11000 as enough, min(local_started_at)::date::text as first,
         max(local_started_at)::date::text as last,
         bool_and(started_at + seconds * interval '1 second' <= '2026-03-04T11:20:00Z') as past,
         bool_and(l.created_at <= '2026-03-04T11:20:00Z') as written,
         bool_and(l.started_at at time zone p.time_zone = l.local_started_at) as wall,
         bool_and(l.created_at at time zone p.time_zone = l.local_created_at) as created_wall,
         bool_and(seconds > 0 and (work_item_id is not null or comment <> '')) as allowed,
         bool_and(extract(isodow from local_started_at) < 6) as working_days,
         bool_and(is_billable = (billable_seconds is not null)) as billable,
         count(distinct l.person_id) as people, count(distinct activity_type_id) as types
       from work_log l join person p on p.id = l.person_id`,
    );
    expect(found).toEqual({
      enough: true,
      first: '2025-03-05',
      last: '2026-03-04',
      past: true,
      written: true,
      wall: true,
      created_wall: true,
      allowed: true,
      working_days: true,
      billable: true,
      people: 12,
      types: 6,
    });
  });

  test('never has two worklogs of a person at the same time', async () => {
    expect(
      await rows(
        at,
        `select 1 from (
           select started_at, lag(started_at + seconds * interval '1 second')
             over (partition by person_id order by started_at) as previous_end from work_log
         ) l where started_at < previous_end`,
      ),
    ).toEqual([]);
  });

  test('has worklogs with and without work item, comment, clock and bill', async () => {
    const [found] = await rows<Record<string, number>>(
      at,
      `select avg((work_item_id is null)::int)::float8 as unassigned, avg((comment <> '')::int)::float8 as commented,
         avg(is_tracked::int)::float8 as tracked, avg(is_billable::int)::float8 as billable from work_log`,
    );
    for (const share of Object.values(found ?? {})) {
      expect(share).toBeGreaterThan(0.05);
      expect(share).toBeLessThan(0.95);
    }
  });

  test('is made only in a database without organization', async () => {
    expect(await makeDemo(at.db, { seed: 2, now })).toBeNull();
  });

  test('is made once when several processes start at the same moment', async () => {
    const empty = await testDatabase(migrationsFolder);
    const db = openDatabase<Tables>(empty.config, { log: silentLog });
    const made = await Promise.all([1, 2, 3].map(() => makeDemo(db, { seed: 1, now })));
    expect(made.filter((one) => one !== null)).toHaveLength(1);
    await db.close();
    await empty.drop();
  });

  test('is the same for the same seed and another for another', async () => {
    const same = await demo(1);
    const other = await demo(2);
    expect(await content(same)).toEqual(await content(at));
    expect(same.organizationId).toBe(at.organizationId);
    expect(await content(other)).not.toEqual(await content(at));
    await drop(same);
    await drop(other);
  });

  test('has the same worklogs on the days that demos of different days share', async () => {
    const later = await demo(1, now + 30 * 86_400_000);
    const shared = `select * from work_log
      where local_started_at >= '2025-04-10' and local_started_at < '2026-03-04' order by id`;
    expect(await rows(later, shared)).toEqual(await rows(at, shared));
    await drop(later);
  });
});
