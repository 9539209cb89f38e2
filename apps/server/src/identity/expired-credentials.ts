import type { Database } from '@stint/postgres';
import { CompiledQuery } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../database/tables.ts';
import type { Job } from '../dependencies.ts';

const HOUR_MILLISECONDS = 3_600_000;
const ROWS_AT_ONCE = 5_000;

/**
 * What is worth nothing any more. Used refresh tokens stay until they would have expired: their second use must be
 * noticed. Paired apps go when nothing is left by which they could ever act again.
 */
const expired: Record<string, string> = {
  session: `expires_at < now()`,
  sign_in_link: `expires_at < now() - interval '7 days'`,
  pairing: `expires_at < now() - interval '1 hour'`,
  oauth_token: `expires_at < now() - interval '1 hour'`,
  paired_app: `paired_at < now() - interval '1 day' and not exists (select 1 from oauth_token o
    where o.organization_id = t.organization_id and o.app_id = t.id)`,
  api_token: `expires_at < now() - interval '90 days'`,
  idempotency_key: `created_at < now() - interval '7 days'`,
  attempt_count: `(window_start + 1) * window_seconds < extract(epoch from now())`,
};

/** Deletes expired credentials, answers kept for repetitions, and counts, some thousand rows of a table at a time. */
export async function deleteExpired(database: Database<Tables>): Promise<void> {
  for (const [table, condition] of Object.entries(expired)) {
    const statement = `delete from ${table} where ctid = any(array(
      select ctid from ${table} t where ${condition} limit ${ROWS_AT_ONCE}))`;
    await database.system.executeQuery(CompiledQuery.raw(statement));
  }
}

/** The job that does so every hour; several server processes may do it at the same time. */
export function createExpiredCredentialsJob(database: Database<Tables>, log: Logger): Job {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  return {
    start() {
      timer = setInterval(() => {
        running = deleteExpired(database).catch((error: unknown) => {
          log.warn({ err: error }, 'expired credentials were not deleted');
        });
      }, HOUR_MILLISECONDS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
