import { CompiledQuery, sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { audit } from '../../audit.ts';
import type { Db, Source } from '../../http/asked.ts';
import { hashSecret, newSecret } from '../../identity/secrets.ts';

/** The tokens of one grant; the times are RFC 3339, UTC, of the access token. */
export interface Grant {
  accessToken: string;
  refreshToken: string;
  issued: string;
  expires: string;
}

/** Life of an access token, in seconds (api.md 2). */
export const ACCESS_SECONDS = 3600;

/** By the primary keys: one look per organization, however many rows there are. */
const OWNER = `
select o.id from organization o where exists (select 1 from pairing where organization_id = o.id and secret_hash = $1)
union all
select o.id from organization o where exists (select 1 from oauth_token where organization_id = o.id and secret_hash = $1)
limit 1`;

/**
 * The organization to which a pairing secret or a refresh token belongs: at /token the client names none, and may have
 * paired by host name or by collection. `system` must see every organization.
 */
export async function organizationOf(system: Db, secret: string): Promise<string | null> {
  const query = CompiledQuery.raw(OWNER, [hashSecret(secret)]) as CompiledQuery<{ id: string }>;
  const { rows } = await system.executeQuery(query);
  return rows[0]?.id ?? null;
}

/** Redeems the secret of a PIN that was typed; null when it is unknown, not typed yet, expired or redeemed already. */
export async function redeemSecret(
  db: Db,
  organizationId: string,
  secret: string,
  source: Source,
): Promise<Grant | null> {
  return db.transaction().execute(async (transaction) => {
    const pairing = await transaction
      .updateTable('pairing')
      .set({ redeemed_at: sql<string>`now()` })
      .where('organization_id', '=', organizationId)
      .where('secret_hash', '=', hashSecret(secret))
      .where('app_id', 'is not', null)
      .where('redeemed_at', 'is', null)
      .where('expires_at', '>', sql<string>`now()`)
      .returning('app_id')
      .executeTakeFirst();
    const appId = pairing?.app_id ?? null;
    const app = appId === null ? null : await lockApp(transaction, organizationId, appId);
    return app && issue(transaction, organizationId, app, source);
  });
}

export type Refreshed = { grant: Grant } | { refused: 'unknown' } | { refused: 'reused' };

/**
 * Exchanges a refresh token, which ends with it. The second use of one means that somebody has a copy, so it ends the
 * app with all its tokens, and this stays committed (api.md 5).
 */
export async function refresh(
  db: Db,
  organizationId: string,
  token: string,
  source: Source,
): Promise<Refreshed> {
  return db.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('oauth_token')
      .select(['app_id', 'used_at'])
      .where('organization_id', '=', organizationId)
      .where('secret_hash', '=', hashSecret(token))
      .where('kind', '=', 'refresh')
      .where('expires_at', '>', sql<string>`now()`)
      .forUpdate()
      .executeTakeFirst();
    const app = found && (await lockApp(transaction, organizationId, found.app_id));
    if (!found || !app) return { refused: 'unknown' };
    if (found.used_at !== null) {
      await transaction
        .updateTable('paired_app')
        .set({ revoked_at: sql<string>`now()` })
        .where('organization_id', '=', organizationId)
        .where('id', '=', found.app_id)
        .execute();
      await audit(transaction, organizationId, source, {
        action: 'delete',
        entity: 'pairedApp',
        entityId: found.app_id,
        before: { personId: app.personId },
        after: { reason: 'a refresh token was used twice' },
      });
      return { refused: 'reused' };
    }
    await transaction
      .updateTable('oauth_token')
      .set({ used_at: sql<string>`now()` })
      .where('organization_id', '=', organizationId)
      .where('secret_hash', '=', hashSecret(token))
      .execute();
    return { grant: await issue(transaction, organizationId, app, source) };
  });
}

/** A paired app and whose it is. */
interface App {
  id: string;
  personId: string;
}

/** The app, if it is still paired; it stays so until the transaction ends. */
async function lockApp(
  transaction: Transaction<Tables>,
  organizationId: string,
  appId: string,
): Promise<App | null> {
  const app = await transaction
    .selectFrom('paired_app')
    .select(['id', 'person_id as personId'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', appId)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return app ?? null;
}

/** The app asks in its person's name, so it is that person's act. */
async function issue(
  transaction: Transaction<Tables>,
  organizationId: string,
  { id: appId, personId }: App,
  source: Source,
): Promise<Grant> {
  const accessToken = newSecret();
  const refreshToken = newSecret();
  const of = { organization_id: organizationId, app_id: appId };
  const { issued_at: issued, expires_at: expires } = await transaction
    .insertInto('oauth_token')
    .values({
      ...of,
      secret_hash: hashSecret(accessToken),
      kind: 'access',
      expires_at: sql<string>`now() + make_interval(secs => ${ACCESS_SECONDS})`,
    })
    .returning(['issued_at', 'expires_at'])
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('oauth_token')
    .values({
      ...of,
      secret_hash: hashSecret(refreshToken),
      kind: 'refresh',
      expires_at: sql<string>`now() + interval '1 year'`,
    })
    .execute();
  await audit(
    transaction,
    organizationId,
    { ...source, personId },
    { action: 'issue', entity: 'token', entityId: appId, after: { appId, expires } },
  );
  return { accessToken, refreshToken, issued, expires };
}
