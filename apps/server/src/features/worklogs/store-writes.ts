import type { OrganizationSettings } from '@stint/contract';
import { type Instant, instant } from '@stint/domain';
import { prepared } from '@stint/postgres';
import { v7 as uuid } from 'uuid';
import type { Db, Source } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import { type AskedRow } from './asked-row.ts';
import type { Entry } from './entry.ts';
import type { RefusedEntry } from './guard.ts';
import { firstOpenDay, guardParameters } from './guard-rules.ts';
import { newRowParameters, newRowsJson } from './insert-statement.ts';
import { rowOf } from './rows.ts';
import { INSERT, INSERT_ONE, REFUSED, UPDATE } from './sql.ts';

/** The id of an entry that was written, or what is refused. */
type Row = { id: string; refused: null } | { id: null; refused: RefusedEntry[] };

const insert = prepared<Row>('worklog-insert', INSERT);
const insertOne = prepared<Row>('worklog-insert-one', INSERT_ONE);
const update = prepared<Row>('worklog-update', UPDATE);
const refused = prepared<{ refused: RefusedEntry[] | null }>('worklog-refused', REFUSED);

/** What a write has done; nothing is written when anything is refused. */
export interface Written {
  ids: ReadonlySet<string>;
  refused: readonly RefusedEntry[];
}

type Ruled = Pick<Organization, 'id' | 'settings'>;

/** A new entry, where it comes from, and when it was drafted. */
export interface Addable {
  readonly entry: Entry;
  readonly source: Source;
  readonly now: Instant;
}

/** Adds entries with their audit rows in one round trip, all or none; `ids` are those not there before. */
export async function insertEntries(
  db: Db,
  { id, settings }: Ruled,
  additions: readonly Addable[],
): Promise<Written> {
  const guard = guardParameters(settings, latest(additions));
  const rows = additions.map(({ entry, source }) => ({
    entry,
    source,
    openFrom: openFromOf(entry, settings),
  }));
  const [one] = rows;
  const query =
    one && rows.length === 1
      ? insertOne([id, ...newRowParameters(one), ...guard])
      : insert([id, newRowsJson(rows), ...guard]);
  return writtenBy((await db.executeQuery(query)).rows);
}

function latest(additions: readonly Addable[]): Instant {
  return instant(Math.max(0, ...additions.map(({ now }) => now)));
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
  const [row] = (await db.executeQuery(refused(parameters))).rows;
  return row?.refused ?? [];
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
  const ids = new Set<string>();
  for (const row of rows) {
    if (row.refused !== null) return { ids: new Set(), refused: row.refused };
    ids.add(row.id);
  }
  return { ids, refused: [] };
}
