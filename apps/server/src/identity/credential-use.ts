import type { Database } from '@stint/postgres';
import { CompiledQuery } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../database/tables.ts';
import type { Job } from '../dependencies.ts';
import type { Principal } from './principals.ts';
import { SESSION_SECONDS } from './sessions.ts';

/** Keeps when tokens, paired apps and sessions were last used, without a write in any request's way. */
export interface CredentialUse extends Job {
  /** Remembers that this credential was used just now. */
  note(principal: Principal): void;
  /** Writes what is remembered. */
  flush(): Promise<void>;
}

const FLUSH_MILLISECONDS = 60_000;

/** Each statement writes many credentials of one organization, none of them more often than once a minute. */
const statements: Record<Principal['credential']['kind'], string> = {
  token: `update api_token set last_used_at = now() where organization_id = $1 and id = any($2::uuid[])
    and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
  oauth: `update paired_app set last_used_at = now() where organization_id = $1 and id = any($2::uuid[])
    and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
  session: `update session set last_seen_at = now(), expires_at = now() + make_interval(secs => ${SESSION_SECONDS})
    where organization_id = $1 and id = any($2::uuid[]) and last_seen_at < now() - interval '5 minutes'`,
};

/** A job that writes the uses of all credentials once a minute, and when it stops. */
export function createCredentialUse(database: Database<Tables>, log: Logger): CredentialUse {
  let used = new Map<
    string,
    { organizationId: string; kind: Principal['credential']['kind']; ids: Set<string> }
  >();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    const batch = used;
    used = new Map();
    for (const { organizationId, kind, ids } of batch.values()) {
      const query = CompiledQuery.raw(statements[kind], [organizationId, [...ids]]);
      await database.organization(organizationId).executeQuery(query);
    }
  }

  const flushQuietly = () =>
    flush().catch((error: unknown) =>
      log.warn({ err: error }, 'the last uses of credentials were not written'),
    );

  return {
    note({ organizationId, credential: { kind, id } }) {
      const key = `${organizationId} ${kind}`;
      const known = used.get(key);
      if (known) known.ids.add(id);
      else used.set(key, { organizationId, kind, ids: new Set([id]) });
    },
    flush,
    start() {
      timer = setInterval(() => void flushQuietly(), FLUSH_MILLISECONDS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await flushQuietly();
    },
  };
}
