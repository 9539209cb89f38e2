import type { Db } from '../http/asked.ts';
import { personColumns, personOf } from './person-row.ts';
import type { Person } from './principals.ts';

/** A person with the zone of their wall time. */
export interface PersonWithZone extends Person {
  timeZone: string;
  defaultActivityTypeId: string | null;
}

/** Finds people of an organization by id. */
export async function findPeople(
  db: Db,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, PersonWithZone>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select([...personColumns, 'time_zone', 'default_activity_type_id'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, personWithZone(row)]));
}

/** The same of a row. */
export function personWithZone(
  row: Parameters<typeof personOf>[0] & { time_zone: string; default_activity_type_id: string | null },
): PersonWithZone {
  return { ...personOf(row), timeZone: row.time_zone, defaultActivityTypeId: row.default_activity_type_id };
}
