import { openDatabase, silentLog } from '@stint/postgres';
import { testDatabase } from '@stint/postgres/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Tables } from '../../database/tables.ts';
import { migrationsFolder } from '../../location.ts';
import { makeLarge } from './make-large.ts';

test('fills an organization in four levels without overlaps or future, once', async () => {
  const database = await testDatabase(migrationsFolder);
  const db = openDatabase<Tables>(database.config, { log: silentLog });
  const lines: string[] = [];
  const sizes = { people: 7, workItems: 300, worklogs: 2100 };
  const made = await makeLarge(db.system, { ...sizes, tell: (line) => lines.push(line) });
  expect(lines).toEqual([
    '7 people',
    '300 of 300 work items',
    '1500 of 2100 worklogs',
    '2100 of 2100 worklogs',
  ]);

  const one = async (text: string) => (await sql.raw(text).execute(db.system)).rows[0];
  expect(await one('select id, slug, is_default from organization')).toEqual({
    id: made?.organizationId,
    slug: 'large',
    is_default: false,
  });
  expect(
    await one(
      `with recursive item as (
         select id, project, 1 as level from work_item where parent_id is null
         union all
         select child.id, child.project, level + 1 from work_item child
         join item on child.parent_id = item.id and child.project = item.project
       ) select count(*) as items, max(level) as levels from item`,
    ),
  ).toEqual({ items: 300, levels: 4 });
  expect(
    await one(
      `select count(*) as worklogs, count(distinct person_id) as people, max(started_at) < now() as past,
         bool_and(extract(isodow from local_started_at) < 6) as working_days,
         bool_and(started_at at time zone 'Europe/Berlin' = local_started_at) as wall,
         bool_and(exists (select 1 from work_item i where i.id = work_item_id)) as items
       from work_log`,
    ),
  ).toEqual({ worklogs: 2100, people: 7, past: true, working_days: true, wall: true, items: true });
  expect(
    await one(
      `select count(*) as overlaps from (
         select started_at, lag(started_at + seconds * interval '1 second')
           over (partition by person_id order by started_at) as previous_end from work_log
       ) l where started_at < previous_end`,
    ),
  ).toEqual({ overlaps: 0 });

  expect(await makeLarge(db.system, sizes)).toBeNull();
  await db.close();
  await database.drop();
});
