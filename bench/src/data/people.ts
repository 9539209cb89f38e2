import type { Client } from 'pg';

/** People of the measured organization; each has an API token. */
export const PEOPLE = 400;

/** The header with which the person of this number (from 0) asks. */
export function asPerson(number: number): Record<string, string> {
  return { authorization: `Bearer ${tokenOf(number)}` };
}

function tokenOf(number: number): string {
  return `bench-token-of-person-${String((number % PEOPLE) + 1).padStart(10, '0')}`;
}

/** Writes people p1@bench.local … with their tokens into the one organization there is. */
export async function fillPeople(database: Client): Promise<void> {
  await database.query(
    `insert into person (organization_id, id, unique_name, email, display_name, role, time_zone)
     select o.id, gen_random_uuid(), 'p' || n || '@bench.local', 'p' || n || '@bench.local', 'Person ' || n, 'Team',
       'Europe/Berlin'
     from organization o, generate_series(1, $1) n`,
    [PEOPLE],
  );
  await database.query(
    `insert into api_token (organization_id, id, secret_hash, person_id, name, expires_at)
     select organization_id, gen_random_uuid(),
       sha256(convert_to('bench-token-of-person-' || lpad(substring(email from '\\d+'), 10, '0'), 'UTF8')), id, 'bench',
       now() + interval '1 day'
     from person where email like '%@bench.local'`,
  );
}

/** Writes as many worklogs for each person, on work items 1 to `items`, within the last year. */
export async function fillWorkLogs(database: Client, each: number, items: number): Promise<void> {
  await database.query(
    `insert into work_log (organization_id, id, person_id, work_item_id, activity_type_id, comment, seconds, started_at,
       local_started_at, added_by, edited_by, created_at, local_created_at, edited_at, local_edited_at)
     select p.organization_id, gen_random_uuid(), p.id, 1 + (random() * ($2::int - 1))::int, a.id, 'worklog ' || n,
       1800, at, at, p.id, p.id, at, at, at, at
     from person p
     join activity_type a on a.organization_id = p.organization_id and a.is_system_default,
       generate_series(1, $1::int) n, lateral (select now() - n * interval '7 hours' as at) t
     where p.email like '%@bench.local'`,
    [each, items],
  );
}
