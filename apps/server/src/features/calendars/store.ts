import type { CalendarSource } from '@stint/contract';
import { sql } from 'kysely';
import type { CalendarServiceKind } from '../../environment.ts';
import type { Db } from '../../http/asked.ts';

export interface Owner {
  organizationId: string;
  personId: string;
}

/** Sealed is an iCalendar address, or the refresh token of an account. */
export type StoredSource = CalendarSource & { sealedUrl: Buffer };

export type AccountSource = StoredSource & { kind: CalendarServiceKind };

export function isOfAccount(source: StoredSource): source is AccountSource {
  return source.kind !== 'ical';
}

/** For whom a secret is sealed: a refresh token never opens as an address, which would be asked for. */
export function sealOwnerOf({ kind, id }: Pick<StoredSource, 'kind' | 'id'>): string {
  return kind === 'ical' ? id : `${kind} ${id}`;
}

const columns = [
  'id',
  'name',
  'color',
  'is_enabled as isEnabled',
  'kind',
  'host',
  'account',
  // Where a calendar came from another installation, nothing is kept that would open it.
  sql<boolean>`is_broken or sealed_url = ''`.as('needsConnecting'),
  'sealed_url as sealedUrl',
] as const;

const owned = (db: Db, { organizationId, personId }: Owner) =>
  db
    .selectFrom('calendar_source')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .$castTo<StoredSource>();

export function readSources(db: Db, owner: Owner): Promise<StoredSource[]> {
  return owned(db, owner).orderBy(sql`lower(name)`).orderBy('id').execute();
}

export async function findSource(db: Db, owner: Owner, id: string): Promise<StoredSource | null> {
  return (await owned(db, owner).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** Adds a calendar, or writes over the one with its id. */
export async function saveSource(
  db: Db,
  { organizationId, personId }: Owner,
  source: StoredSource,
): Promise<void> {
  const { id, name, color, isEnabled, kind, host, account, needsConnecting, sealedUrl } = source;
  const values = {
    name,
    color,
    is_enabled: isEnabled,
    host,
    account,
    is_broken: needsConnecting,
    sealed_url: sealedUrl,
  };
  await db
    .insertInto('calendar_source')
    .values({ organization_id: organizationId, person_id: personId, id, kind, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'person_id', 'id']).doUpdateSet(values))
    .execute();
}

export async function removeSource(db: Db, { organizationId, personId }: Owner, id: string): Promise<void> {
  await db
    .deleteFrom('calendar_source')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .execute();
}

/** Keeps an account's new refresh token, unless the account was connected again meanwhile. */
export async function replaceSealed(
  db: Db,
  owner: Owner,
  { id, before, after }: { id: string; before: Buffer; after: Buffer },
): Promise<void> {
  await keptAs(db, owner, id, before).set({ sealed_url: after }).execute();
}

/** Notes that an account has to be connected again, unless it was meanwhile. */
export async function markBroken(
  db: Db,
  owner: Owner,
  { id, sealed }: { id: string; sealed: Buffer },
): Promise<void> {
  await keptAs(db, owner, id, sealed).set({ is_broken: true }).execute();
}

const keptAs = (db: Db, { organizationId, personId }: Owner, id: string, sealed: Buffer) =>
  db
    .updateTable('calendar_source')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('sealed_url', '=', sealed);
