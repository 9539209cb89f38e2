import { randomBytes, randomInt } from 'node:crypto';
import { CompiledQuery, sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { hashSecret } from '../../identity/secrets.ts';

/** How long a PIN can be typed (api.md 5). */
const PIN_SECONDS = 60;
/** How long the app may take to redeem its secret after the PIN was typed. */
const REDEEM_SECONDS = 300;

/** Stores a pairing unless another living one of the organization has this PIN. */
const INSERT = `
insert into pairing (organization_id, secret_hash, pin_hash, app_name, expires_at)
select $1, $2, $3, $4, now() + make_interval(secs => ${PIN_SECONDS})
where not exists (select 1 from pairing
  where organization_id = $1 and pin_hash = $3 and person_id is null and expires_at > now())`;

export interface Pin {
  /** Six digits. */
  pin: string;
  /** Base64 of 32 random bytes. */
  secret: string;
}

/** Makes a PIN that no other app of the organization shows now; null when there seem to be none left. */
export async function makePin(db: Db, organizationId: string, appName: string): Promise<Pin | null> {
  const secret = randomBytes(32).toString('base64');
  return db.transaction().execute(async (transaction) => {
    // Two processes must not choose the same PIN at the same moment.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`pairing ${organizationId}`}, 0))`.execute(
      transaction,
    );
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const pin = String(randomInt(1_000_000)).padStart(6, '0');
      const parameters = [organizationId, hashSecret(secret), hashPin(organizationId, pin), appName];
      const { numAffectedRows } = await transaction.executeQuery(CompiledQuery.raw(INSERT, parameters));
      if (numAffectedRows === 1n) return { pin, secret };
    }
    return null;
  });
}

export interface TypedPin {
  secretHash: Buffer;
  appName: string | null;
}

/**
 * Binds the app that shows this PIN to the person; null when no app shows it now. Of several people who type it at once
 * one wins. PINs are compared as hashes, so the time of a search tells nothing about the digits of another one.
 */
export async function typePin(
  db: Db,
  organizationId: string,
  pin: string,
  personId: string,
): Promise<TypedPin | null> {
  const row = await db
    .updateTable('pairing')
    .set({ person_id: personId, expires_at: sql<string>`now() + make_interval(secs => ${REDEEM_SECONDS})` })
    .where('organization_id', '=', organizationId)
    .where('pin_hash', '=', hashPin(organizationId, pin))
    .where('person_id', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .returning(['secret_hash', 'app_name'])
    .executeTakeFirst();
  return row ? { secretHash: row.secret_hash, appName: row.app_name } : null;
}

/** Notes which app the pairing became. */
export async function setApp(
  db: Db,
  organizationId: string,
  secretHash: Buffer,
  appId: string,
): Promise<void> {
  await db
    .updateTable('pairing')
    .set({ app_id: appId })
    .where('organization_id', '=', organizationId)
    .where('secret_hash', '=', secretHash)
    .execute();
}

export type PinStatus = 'Validating' | 'Validated' | 'WrongOrExpired';

/** What the app that shows a PIN may know: whether somebody typed it. */
export async function readPinStatus(db: Db, organizationId: string, secret: string): Promise<PinStatus> {
  const row = await db
    .selectFrom('pairing')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('secret_hash', '=', hashSecret(secret))
    .where('redeemed_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst();
  if (!row) return 'WrongOrExpired';
  return row.person_id === null ? 'Validating' : 'Validated';
}

/** Salted with the organization, so that equal PINs of two organizations do not look equal. */
function hashPin(organizationId: string, pin: string): Buffer {
  return hashSecret(`${organizationId} ${pin}`);
}
