import { type Instant, isTimeZone, toWallTime } from '@stint/domain';
import { CompiledQuery } from 'kysely';
import type { Db, Source } from '../../http/asked.ts';
import { PEOPLE, TRACKS, WORKLOGS, ZONES } from './reassign-sql.ts';

/** What uses one activity type gets another one. */
export interface Reassignment {
  organizationId: string;
  from: string;
  now: Instant;
  source: Source;
}

/**
 * Gives all worklogs of a type another one, deleted worklogs too, each with its audit row; answers how many. A worklog's
 * version and time of editing move, so that incremental readers see it. Weeks that are locked do not keep it: nothing
 * of the time itself changes.
 */
export async function reassignWorkLogs(db: Db, reassignment: Reassignment, to: string): Promise<number> {
  const { organizationId, from, now, source } = reassignment;
  const zones = CompiledQuery.raw(ZONES, [organizationId]) as CompiledQuery<{ zone: string }>;
  const { rows } = await db.executeQuery(zones);
  const wallTimes = Object.fromEntries(
    rows.map(({ zone }) => [zone, toWallTime(now, isTimeZone(zone) ? zone : 'UTC')]),
  );
  const parameters = [organizationId, from, to, iso(now), JSON.stringify(wallTimes), ...sourceOf(source)];
  return countOf(db, WORKLOGS, parameters);
}

/** The same for people's defaults and favourites; null leaves them without. */
export async function reassignPeople(
  db: Db,
  { organizationId, from, now, source }: Reassignment,
  to: string | null,
): Promise<number> {
  const parameters = [organizationId, from, to, iso(now), ...sourceOf(source)];
  return countOf(db, PEOPLE, parameters);
}

/** The same for what is tracked and what was selected; null lets the default hold. */
export async function reassignTracks(
  db: Db,
  { organizationId, from, now }: Reassignment,
  to: string | null,
): Promise<number> {
  return countOf(db, TRACKS, [organizationId, from, to, now]);
}

function sourceOf({ personId, via, address }: Source): (string | null)[] {
  return [personId, via, address];
}

async function countOf(db: Db, sql: string, parameters: unknown[]): Promise<number> {
  const query = CompiledQuery.raw(sql, parameters) as CompiledQuery<{ count: number }>;
  const { rows } = await db.executeQuery(query);
  return rows[0]?.count ?? 0;
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
