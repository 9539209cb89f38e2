import type { TrackedWorkItem } from '@stint/contract';
import type { Instant, WallTime } from '@stint/domain';
import { prepared } from '@stint/postgres';
import type { CompiledQuery } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { AuditRow } from './audit-rows.ts';
import type { Day } from './day.ts';
import { firstRecord, type TrackRecord } from './record.ts';
import {
  ADD,
  DUE,
  LATEST,
  LOCK_DUE,
  LOCK_TIME,
  LOCKED_RECORD,
  LOOK_AGAIN,
  RECORD,
  SAVE,
  SAVE_AND_BOOK,
  VIEW,
} from './sql.ts';
import type { AzureDevOpsLook } from '../../identity/organizations.ts';
import { type StoredWorkItem, workItemOf } from '../work-items/work-item-json.ts';
import type { AskedRow } from '../worklogs/asked-row.ts';
import type { Found } from '../worklogs/guard.ts';
import type { GuardParameters } from '../worklogs/guard-rules.ts';
import type { Totals } from './totals.ts';

/** One person of one organization. */
export interface Whose {
  organizationId: string;
  personId: string;
}

/** Booked time, and the work item it is about; null when our copy does not know it. */
export interface Booked extends Totals {
  workItem: TrackedWorkItem | null;
}

/** What answers show of one person, without the time that runs. */
export interface View extends Booked {
  record: TrackRecord;
}

/** A record with its version. */
export interface Versioned {
  record: TrackRecord;
  version: number;
}

/** What to look at: the person's day, and how work items look. */
export interface Focus {
  day: Day;
  look: AzureDevOpsLook;
}

/** One of the last worklogs; lengths in seconds, times on the owner's wall clock. */
export interface LatestRow {
  id: string;
  remark: string;
  start: WallTime;
  end: WallTime;
  periodLength: number;
  activityTypeId: string;
  workItem: TrackedWorkItem | null;
}

/** A row as it comes: its work item is not presented yet. */
type Stored<Row> = Omit<Row, 'workItem'> & { workItem: StoredWorkItem | null };
type Shown<Row> = Omit<Row, 'workItem'> & { workItem: TrackedWorkItem | null };

/** The new version and what is shown, or what the guard refuses. */
type Saved = (Stored<Booked> & { version: number; refused: null }) | { version: null; refused: Found[] };

const statements = {
  view: prepared<Stored<View>>('tracking-view', VIEW),
  record: prepared<Versioned>('tracking-record', RECORD),
  lockedRecord: prepared<Versioned>('tracking-locked-record', LOCKED_RECORD),
  lockDue: prepared<Versioned>('tracking-lock-due', LOCK_DUE),
  add: prepared<never>('tracking-add', ADD),
  lockTime: prepared<never>('tracking-lock-time', LOCK_TIME),
  save: prepared<Saved>('tracking-save', SAVE),
  saveAndBook: prepared<Saved>('tracking-save-and-book', SAVE_AND_BOOK),
  due: prepared<Whose>('tracking-due', DUE),
  lookAgain: prepared<never>('tracking-look-again', LOOK_AGAIN),
  latest: prepared<Stored<LatestRow>>('tracking-latest', LATEST),
};

/** Reads what answers show, in one round trip; null for a person without a record. */
export async function readView(
  db: Db,
  { organizationId, personId }: Whose,
  { day, look }: Focus,
): Promise<View | null> {
  const found = await first(db, statements.view([organizationId, personId, day.start, day.end]));
  return found && shown(found, look);
}

/** Reads a person's record; null when there is none yet. */
export async function readRecord(db: Db, { organizationId, personId }: Whose): Promise<Versioned | null> {
  return first(db, statements.record([organizationId, personId]));
}

/**
 * The same, locked until the transaction ends together with the person's time, `alone` where entries may not overlap;
 * makes the record of a person who has none.
 */
export async function lockRecord(
  db: Db,
  { organizationId, personId }: Whose,
  { now, alone }: { now: Instant; alone: boolean },
): Promise<Versioned> {
  await db.executeQuery(statements.lockTime([organizationId, personId, alone]));
  const found = await first(db, statements.lockedRecord([organizationId, personId]));
  if (found) return found;
  await db.executeQuery(statements.add([organizationId, personId, JSON.stringify(firstRecord(now))]));
  const made = await first(db, statements.lockedRecord([organizationId, personId]));
  if (!made) throw new Error('a track record was neither found nor made');
  return made;
}

/** Locks a record whose deadline has come; null when it has not, or when somebody else is at it. */
export async function lockDue(
  db: Db,
  { organizationId, personId }: Whose,
  now: Instant,
): Promise<Versioned | null> {
  return first(db, statements.lockDue([organizationId, personId, iso(now)]));
}

/** What is written when a record changes. */
export interface Change {
  /** The record that was read. */
  before: Versioned;
  record: TrackRecord;
  deadline: Instant | null;
  auditRows: readonly AuditRow[];
  /** The worklog of the track that ended, as `bookedRow` makes it; null when none did. */
  bookedRow: unknown[] | null;
  now: Instant;
  /** What the guard of time is asked; null when the change is never refused. */
  question: Question | null;
  /** What to answer beside it; null when nobody looks. */
  focus: Focus | null;
}

/** An entry that the guard looks at, and its parameters. */
export interface Question {
  asked: AskedRow;
  parameters: GuardParameters;
}

/**
 * What became of a change: it was written, and booked time is what it was before; another one was faster; or the guard
 * refuses it.
 */
export type SaveOutcome =
  | { type: 'saved'; version: number; booked: Booked }
  | { type: 'outrun' }
  | { type: 'refused'; found: Found };

const NOTHING_ASKED = [null, null, null, null, null];
const NO_LOOK: AzureDevOpsLook = { url: null, colours: {} };

/** Writes a change in one round trip, all or nothing. */
export async function save(
  db: Db,
  { organizationId, personId }: Whose,
  change: Change,
): Promise<SaveOutcome> {
  const { before, record, deadline, auditRows, bookedRow, now, question, focus } = change;
  const parameters = [
    organizationId,
    personId,
    JSON.stringify(record),
    record.tracking.run !== null,
    deadline === null ? null : iso(deadline),
    JSON.stringify(auditRows),
    iso(now),
    before.version,
    ...(question ? [JSON.stringify([question.asked]), ...question.parameters] : NOTHING_ASKED),
    ...(focus ? [focus.day.start, focus.day.end, record.workItemId] : [null, null, null]),
    String(before.record.stamp),
  ];
  const row = await first(
    db,
    bookedRow ? statements.saveAndBook([...parameters, ...bookedRow]) : statements.save(parameters),
  );
  if (row === null) return { type: 'outrun' };
  const [found] = row.refused ?? [];
  if (found) return { type: 'refused', found };
  if (row.version === null) throw new Error('a change was neither written nor refused');
  const { version, today, mine, team, workItem } = row;
  return { type: 'saved', version, booked: shown({ today, mine, team, workItem }, focus?.look ?? NO_LOOK) };
}

/** Whose deadline has come, in all organizations; `system` sees them all. */
export async function readDue(system: Db, now: Instant, count: number): Promise<Whose[]> {
  return (await system.executeQuery(statements.due([iso(now), count]))).rows;
}

/** Makes every record of an organization due, so that it meets changed rules. */
export async function lookAgain(db: Db, organizationId: string, now: Instant): Promise<void> {
  await db.executeQuery(statements.lookAgain([organizationId, iso(now)]));
}

/** A person's last worklogs, in one round trip. */
export async function readLatest(
  db: Db,
  { organizationId, personId }: Whose,
  count: number,
  look: AzureDevOpsLook,
): Promise<LatestRow[]> {
  const { rows } = await db.executeQuery(statements.latest([organizationId, personId, count]));
  return rows.map((row) => shown(row, look));
}

function shown<Row extends { workItem: StoredWorkItem | null }>(row: Row, look: AzureDevOpsLook): Shown<Row> {
  return { ...row, workItem: row.workItem && workItemOf(row.workItem, look) };
}

async function first<Row>(db: Db, query: CompiledQuery<Row>): Promise<Row | null> {
  return (await db.executeQuery(query)).rows[0] ?? null;
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
