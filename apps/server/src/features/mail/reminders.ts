import {
  addDays,
  dayOf,
  dueReminders,
  expiryOf,
  formatDuration,
  instant,
  isAtLeast,
  seconds,
  toWallTime,
  type Weekday,
} from '@stint/domain';
import { v7 as uuid } from 'uuid';
import type { Db } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import { findReaders, type Reader } from './reader.ts';
import {
  beginLooks,
  connectionExpiry,
  type Look,
  thresholdsSince,
  trackedBetween,
} from './reminders-store.ts';
import type { Mails, Told } from './service.ts';

/** What reminders ask of approvals. */
export interface ApprovalLists {
  /** Weeks from one day to another with time that were not submitted, of those whom the reader approves, or of everybody. */
  unsubmitted(
    where: { db: Db; organization: Organization },
    reader: Reader | null,
    range: { from: string; to: string },
  ): Promise<{ personId: string; name: string; week: string; tracked: number }[]>;
  pending(where: { db: Db; organization: Organization }, reader: Reader): Promise<number>;
}

interface Reminding {
  mails: Mails;
  approvals: ApprovalLists;
}

/** Milliseconds back in which thresholds are told; older ones were told, or mail was off. */
const BACK = 86_400_000;

/**
 * Puts the letters that are due at `now` (epoch milliseconds) into the outbox: of one organization, in one transaction. Each person is
 * looked at once a day for each kind, by their own clock, at or after the organization's time; who opted out is left alone.
 */
export async function remind(
  db: Db,
  organization: Organization,
  now: number,
  reminding: Reminding,
): Promise<void> {
  const readers = (await findReaders(db, organization, null)).filter(({ wantsReminders }) => wantsReminders);
  await warnOfBudgets(db, organization, now, readers, reminding);
  await warnOfConnection(db, organization, now, readers, reminding);
  const looks = await beginLooks(
    db,
    organization.id,
    readers.flatMap((reader) => looksOf(reader, organization, now)),
  );
  const byId = new Map(readers.map((reader) => [reader.principal.id, reader]));
  for (const [, group] of Map.groupBy(looks, ({ kind, day }) => `${kind} ${day}`)) {
    const found = group.flatMap(({ personId }) => byId.get(personId) ?? []);
    const [first] = group;
    if (first) await remindGroup({ db, organization }, first, found, reminding);
  }
}

function looksOf({ principal }: Reader, { settings }: Organization, now: number): Look[] {
  const wall = toWallTime(instant(now), principal.timeZone);
  const day = wall.slice(0, 10);
  if (wall.slice(11, 16) < settings.reminderTime) return [];
  const due = dueReminders(day as never, settings.firstDayOfWeek as Weekday);
  const isManager = principal.isApprovalManager || principal.isGlobalApprovalManager;
  const kinds = [
    ...(due.workingDay !== null && settings.reminderDailyLength !== null ? (['daily'] as const) : []),
    ...(due.week !== null && settings.reminderWeeklyLength !== null ? (['weekly'] as const) : []),
    ...(due.week !== null && settings.reminderUnsubmitted && settings.approvalsEnabled
      ? (['unsubmitted'] as const)
      : []),
    ...(due.week !== null && settings.managerDigest && settings.approvalsEnabled && isManager
      ? (['digest'] as const)
      : []),
  ];
  return kinds.map((kind) => ({ personId: principal.id, kind, day }));
}

interface Where {
  db: Db;
  organization: Organization;
}

async function remindGroup(
  where: Where,
  { kind, day }: Look,
  readers: readonly Reader[],
  reminding: Reminding,
): Promise<void> {
  const { settings } = where.organization;
  const { workingDay, week } = dueReminders(day as never, settings.firstDayOfWeek as Weekday);
  if (kind === 'daily' && workingDay !== null)
    return remindOfHours(where, readers, reminding, { kind, from: workingDay, to: workingDay });
  if (week === null) return;
  const range = { from: week, to: addDays(week, 6) };
  if (kind === 'weekly') return remindOfHours(where, readers, reminding, { kind, ...range });
  if (kind === 'unsubmitted') return remindToSubmit(where, readers, reminding, range);
  for (const reader of readers) await sendDigest(where, reader, reminding, week);
}

async function remindOfHours(
  { db, organization }: Where,
  readers: readonly Reader[],
  { mails }: Reminding,
  { kind, from, to }: { kind: 'daily' | 'weekly'; from: string; to: string },
): Promise<void> {
  const { settings } = organization;
  const wanted = (kind === 'daily' ? settings.reminderDailyLength : settings.reminderWeeklyLength) ?? 0;
  const ids = readers.map(({ principal }) => principal.id);
  const tracked = await trackedBetween(db, organization.id, ids, { from, to });
  for (const reader of readers) {
    const length = tracked.get(reader.principal.id) ?? 0;
    if (length >= wanted) continue;
    const texts = reader.texts[kind];
    const body = texts.body(lengthText(reader, length), lengthText(reader, wanted), from);
    await mails.enqueue(db, organization, reader, told(kind, from, reader, texts.subject(from), [body]));
  }
}

async function remindToSubmit(
  where: Where,
  readers: readonly Reader[],
  { mails, approvals }: Reminding,
  range: { from: string; to: string },
): Promise<void> {
  const weeks = await approvals.unsubmitted(where, null, range);
  for (const reader of readers) {
    const found = weeks.find(({ personId }) => personId === reader.principal.id);
    if (!found) continue;
    const { subject, body } = reader.texts.unsubmitted;
    const text = body(lengthText(reader, found.tracked), found.week);
    const letter = told('unsubmitted', found.week, reader, subject(found.week), [text]);
    await mails.enqueue(where.db, where.organization, reader, letter);
  }
}

/** Nothing is sent to managers for whom nothing waits. */
async function sendDigest(
  where: Where,
  reader: Reader,
  { mails, approvals }: Reminding,
  week: string,
): Promise<void> {
  const pending = await approvals.pending(where, reader);
  const range = { from: addDays(week as never, -21), to: addDays(week as never, 6) };
  const missing = await approvals.unsubmitted(where, reader, range);
  if (pending === 0 && missing.length === 0) return;
  const { subject, headers, unsubmitted, pending: waiting } = reader.texts.digest;
  const table = {
    title: unsubmitted,
    headers: [headers.person, headers.week, headers.tracked],
    rows: missing.map((each) => [each.name, each.week, lengthText(reader, each.tracked)]),
    note: null,
  };
  await mails.enqueue(where.db, where.organization, reader, {
    ...told('digest', week, reader, subject, pending === 0 ? [] : [waiting(pending)]),
    ...(missing.length > 0 && { tables: [table] }),
  });
}

async function warnOfBudgets(
  db: Db,
  organization: Organization,
  now: number,
  readers: readonly Reader[],
  { mails }: Reminding,
): Promise<void> {
  if (!organization.settings.budgetMail) return;
  const since = uuid({ msecs: now - BACK, random: new Uint8Array(16), seq: 0 });
  const thresholds = await thresholdsSince(db, organization.id, since);
  for (const { auditId, name, percent, planned, tracked } of thresholds) {
    for (const reader of readers) {
      if (!isAtLeast(reader.principal.role, 'Budget')) continue;
      const { subject, body } = reader.texts.budget;
      const text = body(name, percent, lengthText(reader, tracked), lengthText(reader, planned));
      await mails.enqueue(
        db,
        organization,
        reader,
        told('budget', auditId, reader, subject(name, percent), [text]),
      );
    }
  }
}

/** Administrators are warned 30, 7 and 1 days before the token of Azure DevOps ends, and once it has. */
async function warnOfConnection(
  db: Db,
  organization: Organization,
  now: number,
  readers: readonly Reader[],
  { mails }: Reminding,
): Promise<void> {
  const expires = await connectionExpiry(db, organization.id);
  if (expires === null) return;
  const { days, warning } = expiryOf(expires, dayOf(toWallTime(instant(now), 'UTC')));
  if (warning === null) return;
  for (const reader of readers) {
    if (reader.principal.role !== 'Administrator') continue;
    const { subject, body } = reader.texts.connection;
    const letter = told('connection', `${expires} ${warning}`, reader, subject(days), [body(expires)]);
    await mails.enqueue(db, organization, reader, letter);
  }
}

function told(
  kind: string,
  about: string,
  { principal }: Reader,
  subject: string,
  paragraphs: string[],
): Told {
  return { kind, dedupeKey: `${kind} ${about} ${principal.id}`, subject, paragraphs };
}

function lengthText({ durationFormat }: Reader, length: number): string {
  return formatDuration(seconds(Math.round(length)), durationFormat);
}
