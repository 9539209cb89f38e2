import type { OrganizationSettings } from '@stint/contract';
import type { Instant } from '@stint/domain';
import { prepared } from '@stint/postgres';
import { v7 as uuid } from 'uuid';
import type { Db, Source } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import { type AskedRow } from './asked-row.ts';
import type { Entry } from './entry.ts';
import type { RefusedEntry } from './guard.ts';
import { firstOpenDay, guardParameters } from './guard-rules.ts';
import { newRowsJson } from './insert-statement.ts';
import { rowOf } from './rows.ts';
import { INSERT, REFUSED, UPDATE } from './sql.ts';

/** The id of an entry that was written, or what is refused. */
type Row = { id: string; rule: null } | RefusedEntry;

const insert = prepared<Row>('worklog-insert', INSERT);
const update = prepared<Row>('worklog-update', UPDATE);
const refused = prepared<RefusedEntry>('worklog-refused', REFUSED);

/** What a write has done; nothing is written when anything is refused. */
export interface Written {
  ids: ReadonlySet<string>;
  refused: readonly RefusedEntry[];
}

type Ruled = Pick<Organization, 'id' | 'settings'>;

/** Adds entries that were drafted `now`, with their audit rows, in one round trip; `ids` are those not there before. */
export async function insertEntries(
  db: Db,
  { id, settings }: Ruled,
  entries: readonly Entry[],
  { source, now }: { source: Source; now: Instant },
): Promise<Written> {
  const rows = newRowsJson(
    entries.map((entry) => ({ entry, source, openFrom: openFromOf(entry, settings) })),
  );
  return writtenBy((await db.executeQuery(insert([id, rows, ...guardParameters(settings, now)]))).rows);
}

/** An entry was edited when it was drafted, by its owner's clock. */
function openFromOf(entry: Entry, settings: OrganizationSettings): string | null {
  return firstOpenDay(settings, entry.localEditedAt);
}

/** Says in one round trip what would be refused. */
export async function findRefused(
  db: Db,
  { id, settings }: Ruled,
  asked: readonly AskedRow[],
  now: Instant,
): Promise<RefusedEntry[]> {
  const parameters = [id, JSON.stringify(asked), ...guardParameters(settings, now)];
  return (await db.executeQuery(refused(parameters))).rows;
}

/** A change of one entry, and what the guard is asked about it. */
export interface EntryChange {
  before: Entry;
  after: Entry;
  asked: readonly AskedRow[];
  action: 'change' | 'delete' | 'restore';
}

/** Writes a changed entry over the version that was read; no id when another change was faster. */
export async function updateEntry(
  db: Db,
  organization: Ruled,
  { before, after, asked, action }: EntryChange,
  { source, now }: { source: Source; now: Instant },
): Promise<Written> {
  const { personId, via, address } = source;
  const parameters = [
    organization.id,
    JSON.stringify([rowOf(after)]),
    personId,
    via,
    address,
    uuid(),
    before.version,
    action,
    after.isDeleted,
    JSON.stringify(asked),
    ...guardParameters(organization.settings, now),
  ];
  return writtenBy((await db.executeQuery(update(parameters))).rows);
}

function writtenBy(rows: readonly Row[]): Written {
  const written = rows.filter(({ rule }) => rule === null);
  return {
    ids: new Set(written.map(({ id }) => id)),
    refused: rows.filter((row) => row.rule !== null),
  };
}
