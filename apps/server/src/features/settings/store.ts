import type { Instant } from '@stint/domain';
import type { Db } from '../../http/asked.ts';

/** The stored settings document of an organization, as it is, with its version. */
export interface StoredSettings {
  document: Readonly<Record<string, unknown>>;
  version: number;
}

/** What a person has chosen, with the columns that belong to it. */
export interface StoredPersonSettings extends StoredSettings {
  timeZone: string;
  defaultActivityTypeId: string | null;
}

/** Reads an organization's settings; nobody else changes them until the transaction ends. */
export async function lockSettings(db: Db, organizationId: string): Promise<StoredSettings> {
  const row = await db
    .selectFrom('organization')
    .select(['settings', 'settings_version'])
    .where('id', '=', organizationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { document: row.settings, version: row.settings_version };
}

export async function writeSettings(
  db: Db,
  organizationId: string,
  { document, version }: StoredSettings,
): Promise<void> {
  await db
    .updateTable('organization')
    .set({ settings: JSON.stringify(document), settings_version: version })
    .where('id', '=', organizationId)
    .execute();
}

/** Notes that devices can connect again from now on. */
export async function writeReachableSince(db: Db, organizationId: string, now: Instant): Promise<void> {
  await db
    .updateTable('organization')
    .set({ reachable_since: new Date(now).toISOString() })
    .where('id', '=', organizationId)
    .execute();
}

/** Reads a person's settings; with `lock`, nobody else changes them until the transaction ends. */
export async function findPersonSettings(
  db: Db,
  organizationId: string,
  personId: string,
  options: { lock: boolean } = { lock: false },
): Promise<StoredPersonSettings | null> {
  let query = db
    .selectFrom('person')
    .select(['settings', 'settings_version', 'time_zone', 'default_activity_type_id'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', personId);
  if (options.lock) query = query.forNoKeyUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return {
    document: row.settings,
    version: row.settings_version,
    timeZone: row.time_zone,
    defaultActivityTypeId: row.default_activity_type_id,
  };
}

export async function writePersonSettings(
  db: Db,
  organizationId: string,
  personId: string,
  { document, version, timeZone, defaultActivityTypeId }: StoredPersonSettings,
): Promise<void> {
  await db
    .updateTable('person')
    .set({
      settings: JSON.stringify(document),
      settings_version: version,
      time_zone: timeZone,
      default_activity_type_id: defaultActivityTypeId,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', personId)
    .execute();
}

/** Which of these activity types exist; none of them goes away until the transaction ends. */
export async function keepActivityTypes(
  db: Db,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('activity_type')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .forShare()
    .execute();
  return new Set(rows.map(({ id }) => id));
}
