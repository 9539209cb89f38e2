import { instant, neverTracked } from '@stint/domain';
import type { Client } from 'pg';
import type { LoadRequest } from '../load/messages.ts';
import { asPerson, fillPeople, PEOPLE } from './people.ts';
import { fillWorkItems } from './work-items.ts';

const ITEMS = 5_000;
/** More than a round can send: a worklog that is sent again would overlap itself. */
const PER_ROUND = 12_000;
const DAY = 86_400_000;

/** All rules that a write can break. Days are within the weeks that age has not locked. */
const settings = {
  noOverlap: true,
  closedWorkItemGraceHours: 24,
  workItemRequired: true,
  commentRequired: true,
  activityTypeRequired: true,
  futureDays: 1,
  longestTrack: 36_000,
  lockAfterWeeks: 30,
};

/** Writes people with an activity type of their own, work items with budgets, decided weeks, and switches all rules on. */
export async function fillRules(database: Client): Promise<void> {
  await fillPeople(database);
  await fillWorkItems(database, ITEMS, PEOPLE);
  await database.query(
    `insert into activity_type (organization_id, id, name, color)
     select id, gen_random_uuid(), 'Work', '00ff00' from organization`,
  );
  await database.query(
    `update person set default_activity_type_id = a.id from activity_type a
     where a.organization_id = person.organization_id and a.name = 'Work'`,
  );
  await database.query(
    `insert into budget (organization_id, id, name)
     select id, gen_random_uuid(), 'Budget ' || n from organization, generate_series(1, 20) n`,
  );
  await database.query(
    `insert into work_item_budget (organization_id, work_item_id, budget_id, assignment_type)
     select w.organization_id, w.id, b.id, 3 from work_item w
     join budget b on b.organization_id = w.organization_id and b.name = 'Budget ' || (1 + w.id % 20)`,
  );
  await database.query(
    `insert into time_week (organization_id, id, person_id, week_start, week_end, state, modified_at)
     select organization_id, gen_random_uuid(), id, week, week + 6, 2, now()
     from person, lateral (select date_trunc('week', now())::date - 7 * n as week from generate_series(0, 30) n) weeks
     where email like '%@bench.local'`,
  );
  await database.query(
    `insert into track (organization_id, person_id, state)
     select organization_id, id, $1 from person where email like '%@bench.local'`,
    [JSON.stringify(idleRecord())],
  );
  await database.query('update organization set settings = $1', [JSON.stringify(settings)]);
}

/** The record of somebody who has never tracked, as the server makes it. */
function idleRecord(): object {
  const now = instant(Date.now());
  return { tracking: neverTracked(now), stamp: now, workItemId: null, lastWorkLogId: null };
}

/**
 * Lists of worklogs of half an hour for each client; no two of one person share time, from one call to the next either.
 * Everybody gets one every other hour, on open work items.
 */
export function separateWorkLogs(): (path: string, clients: number) => LoadRequest[][] {
  const start = Math.floor(Date.now() / DAY) * DAY - 180 * DAY;
  let count = 0;
  const next = (path: string): LoadRequest => {
    const person = count % PEOPLE;
    const slot = Math.floor(count / PEOPLE);
    count += 1;
    return {
      method: 'POST',
      path,
      headers: { ...asPerson(person), 'content-type': 'application/json' },
      body: JSON.stringify({
        timestamp: new Date(start + slot * 7_200_000).toISOString().slice(0, 19),
        length: 1800,
        workItemId: 1000 + 5 * person,
        comment: 'Reviewed the change and tried it out',
      }),
    };
  };
  return (path, clients) => {
    const lists: LoadRequest[][] = Array.from({ length: clients }, () => []);
    for (let index = 0; index < PER_ROUND; index += 1) lists[index % clients]?.push(next(path));
    return lists;
  };
}
