import type { WallDate } from '@stint/domain';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

export type ConnectionState = 'reading' | 'connected' | 'unreachable' | 'unauthorized';

/** How the connection is doing, without its secret. */
export interface ConnectionStatus {
  url: string;
  state: ConnectionState;
  message: string | null;
  /** RFC 3339, UTC. */
  lastRead: string | null;
  /** Work items of our copy, without deleted ones. */
  workItems: number;
  isFirstRead: boolean;
  /** When the newest change that was read was made. */
  lastChange: string | null;
  /** null while it is being read. */
  nextRead: string | null;
  /** The token's last day, as far as somebody has said. */
  expires: WallDate | null;
}

export async function readStatus(db: Db, organizationId: string): Promise<ConnectionStatus | null> {
  const row = await db
    .selectFrom('azure_devops_connection')
    .select(['url', 'state', 'message', 'last_read_at', 'expires_on'])
    .select(
      sql<string | null>`case when state <> 'reading' and leased_until > now() then leased_until end`.as(
        'nextRead',
      ),
    )
    .select(
      sql<
        string | null
      >`(select max(changed_at) from work_item where organization_id = ${organizationId}::uuid)`.as(
        'lastChange',
      ),
    )
    .select(
      sql<number>`(select count(*)::integer from work_item
        where organization_id = ${organizationId}::uuid and deleted_at is null)`.as('workItems'),
    )
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row) return null;
  const { url, message, workItems, lastChange, nextRead, last_read_at: lastRead } = row;
  return {
    url,
    state: row.state as ConnectionState,
    message,
    lastRead,
    workItems,
    isFirstRead: lastRead === null,
    lastChange,
    nextRead,
    expires: row.expires_on as WallDate | null,
  };
}

export async function readSealed(
  db: Db,
  organizationId: string,
): Promise<{ url: string; sealedPat: Buffer } | null> {
  const row = await db
    .selectFrom('azure_devops_connection')
    .select(['url', 'sealed_pat'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row ? { url: row.url, sealedPat: row.sealed_pat } : null;
}

/** Stores a connection and ends any reading under way; `startOver` reads everything again. */
export async function saveConnection(
  db: Db,
  organizationId: string,
  {
    url,
    sealedPat,
    startOver,
    expires,
  }: { url: string; sealedPat: Buffer; startOver: boolean; expires: string | null },
): Promise<void> {
  const values = {
    url,
    sealed_pat: sealedPat,
    state: 'reading',
    message: null,
    leased_until: null,
    expires_on: expires,
  };
  await db
    .insertInto('azure_devops_connection')
    .values({ organization_id: organizationId, ...values })
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet({
        ...values,
        ...(startOver && { revisions_token: null, links_token: null, last_read_at: null }),
      }),
    )
    .execute();
}

/** Notes the token's last day; false when there is no connection. */
export async function saveExpiry(db: Db, organizationId: string, expires: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('azure_devops_connection')
    .set({ expires_on: expires })
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What is read from now on counts as newer than everything in our copy, whatever its revision. */
export async function forgetRevisions(db: Db, organizationId: string): Promise<void> {
  await db
    .updateTable('work_item')
    .set({ revision: 0 })
    .where('organization_id', '=', organizationId)
    .execute();
}

/** Takes all work items out of search, until they are read again; they keep their titles for old worklogs. */
export async function hideWorkItems(db: Db, organizationId: string): Promise<void> {
  await db
    .updateTable('work_item')
    .set({ deleted_at: sql<string>`now()` })
    .where('organization_id', '=', organizationId)
    .where('deleted_at', 'is', null)
    .execute();
}

/** Forgets the connection; false when there was none. */
export async function deleteConnection(db: Db, organizationId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('azure_devops_connection')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
