import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** A person's apps that can still act or may begin to; the newest first. */
export async function readApps(db: Db, organizationId: string, personId: string) {
  return apps(db, organizationId)
    .where('paired_app.person_id', '=', personId)
    .where('paired_app.revoked_at', 'is', null)
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('oauth_token')
            .select('oauth_token.app_id')
            .whereRef('oauth_token.organization_id', '=', 'paired_app.organization_id')
            .whereRef('oauth_token.app_id', '=', 'paired_app.id')
            .where('oauth_token.used_at', 'is', null)
            .where('oauth_token.expires_at', '>', sql<string>`now()`),
        ),
        where.exists(
          where
            .selectFrom('pairing')
            .select('pairing.app_id')
            .whereRef('pairing.organization_id', '=', 'paired_app.organization_id')
            .whereRef('pairing.app_id', '=', 'paired_app.id')
            .where('pairing.expires_at', '>', sql<string>`now()`),
        ),
      ]),
    )
    .orderBy('paired_app.paired_at', 'desc')
    .orderBy('paired_app.id', 'desc')
    .execute();
}

/** One app. */
export async function readApp(db: Db, organizationId: string, id: string) {
  return apps(db, organizationId).where('paired_app.id', '=', id).executeTakeFirstOrThrow();
}

function apps(db: Db, organizationId: string) {
  return db
    .selectFrom('paired_app')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organization_id', '=', 'paired_app.organization_id')
        .onRef('person.id', '=', 'paired_app.person_id'),
    )
    .select([
      'paired_app.id',
      'paired_app.name',
      'paired_app.person_id as userId',
      'person.display_name as userName',
      'paired_app.paired_at as paired',
      'paired_app.last_used_at as lastUsed',
    ])
    .where('paired_app.organization_id', '=', organizationId);
}

export interface NewApp {
  organizationId: string;
  id: string;
  personId: string;
  name: string;
}

/** Stores an app; it gets its tokens when it redeems its secret. */
export async function insertApp(db: Db, { organizationId, id, personId, name }: NewApp): Promise<void> {
  await db
    .insertInto('paired_app')
    .values({ organization_id: organizationId, id, person_id: personId, name })
    .execute();
}

/** Ends one app of a person, or all of them (null), and with them their tokens; answers which. */
export async function endApps(db: Db, organizationId: string, personId: string, id: string | null) {
  let query = db
    .updateTable('paired_app')
    .set({ revoked_at: sql<string>`now()` })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null);
  if (id !== null) query = query.where('id', '=', id);
  return query.returning(['id', 'name']).execute();
}
