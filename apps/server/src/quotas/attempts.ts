import type { Database } from '@stint/postgres';
import { CompiledQuery } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Counters within fixed windows that all server processes share. */
export interface Attempts {
  /** Adds to a subject's count in the window that is running now; answers the count and the seconds the window still lasts. */
  add(organizationId: string, subject: string, windowSeconds: number, amount: number): Promise<Count>;
  /** Sets the count back to zero. */
  forget(organizationId: string, subject: string): Promise<void>;
}

export interface Count {
  used: number;
  secondsLeft: number;
}

const ADD = `
insert into attempt_count as c (organization_id, subject, window_seconds, window_start, used)
values ($1, $2, $3::integer, floor(extract(epoch from now()) / $3::integer)::bigint, $4::integer)
on conflict (organization_id, subject, window_seconds) do update
set used = case when c.window_start = excluded.window_start then c.used + excluded.used else excluded.used end,
    window_start = excluded.window_start
returning used, ((window_start + 1) * window_seconds - extract(epoch from now()))::float8 as left`;

/** The counters in PostgreSQL: an unlogged table, one small write per call. */
export function createAttempts(database: Database<Tables>): Attempts {
  return {
    async add(organizationId, subject, windowSeconds, amount) {
      const parameters = [organizationId, subject, windowSeconds, amount];
      const query = CompiledQuery.raw(ADD, parameters) as CompiledQuery<{ used: number; left: number }>;
      const { rows } = await database.organization(organizationId).executeQuery(query);
      return { used: rows[0]?.used ?? amount, secondsLeft: rows[0]?.left ?? windowSeconds };
    },
    async forget(organizationId, subject) {
      await database
        .organization(organizationId)
        .deleteFrom('attempt_count')
        .where('organization_id', '=', organizationId)
        .where('subject', '=', subject)
        .execute();
    },
  };
}
