import type { ReportSchedule } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

export type Plan = Omit<ReportSchedule, 'id' | 'lastRun' | 'fault'>;

export interface Owner {
  organizationId: string;
  personId: string;
}

const columns = [
  'id',
  'report_id as reportId',
  'frequency',
  'weekday',
  'month_day as monthDay',
  'time_of_day as timeOfDay',
  'recipient_ids as recipientIds',
  sql<string>`coalesce(attachment, 'none')`.as('attachment'),
  'is_enabled as isEnabled',
  'next_run_at as nextRun',
  'last_run_at as lastRun',
  'fault',
] as const;

const owned = (db: Db, { organizationId, personId }: Owner) =>
  db
    .selectFrom('report_schedule')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .$castTo<ReportSchedule>();

export function readSchedules(db: Db, owner: Owner): Promise<ReportSchedule[]> {
  return owned(db, owner).orderBy('next_run_at').orderBy('id').execute();
}

export async function findSchedule(
  db: Db,
  owner: Owner,
  id: string,
  { lock = false } = {},
): Promise<ReportSchedule | null> {
  const query = owned(db, owner).where('id', '=', id);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export async function insertSchedule(db: Db, owner: Owner, id: string, plan: Plan): Promise<void> {
  const { organizationId, personId } = owner;
  const row = { organization_id: organizationId, person_id: personId, id, ...columnsOf(plan) };
  await db.insertInto('report_schedule').values(row).execute();
}

export async function updateSchedule(db: Db, owner: Owner, id: string, plan: Plan): Promise<void> {
  await db
    .updateTable('report_schedule')
    .set({ ...columnsOf(plan), version: sql<number>`version + 1` })
    .where('organization_id', '=', owner.organizationId)
    .where('person_id', '=', owner.personId)
    .where('id', '=', id)
    .execute();
}

export async function removeSchedule(db: Db, owner: Owner, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('report_schedule')
    .where('organization_id', '=', owner.organizationId)
    .where('person_id', '=', owner.personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function columnsOf(plan: Plan) {
  return {
    report_id: plan.reportId,
    frequency: plan.frequency,
    weekday: plan.weekday,
    month_day: plan.monthDay,
    time_of_day: plan.timeOfDay,
    recipient_ids: [...plan.recipientIds],
    attachment: plan.attachment === 'none' ? null : plan.attachment,
    is_enabled: plan.isEnabled,
    next_run_at: plan.nextRun,
  };
}

/** A plan whose time has come, of this process alone until the lease ends. */
export interface DueSchedule extends ReportSchedule {
  organizationId: string;
  personId: string;
  /** As it was when it was taken; a change meanwhile is not written over. */
  version: number;
}

/** Seconds that making a report may take before another process makes it. */
const LEASE = 600;

/** Takes plans that are due at `now` (epoch milliseconds). */
export async function takeDue(system: Db, now: number, atMost: number): Promise<DueSchedule[]> {
  const at = new Date(now).toISOString();
  const { rows } = await sql<DueSchedule>`
    with due as (
      select organization_id, id from report_schedule
      where is_enabled and next_run_at <= ${at}::timestamptz and (leased_until is null or leased_until <= now())
      order by next_run_at limit ${atMost} for update skip locked
    )
    update report_schedule s set leased_until = now() + ${LEASE}::integer * interval '1 second'
    from due where s.organization_id = due.organization_id and s.id = due.id
    returning s.organization_id as "organizationId", s.person_id as "personId", s.id, s.report_id as "reportId",
      s.frequency, s.weekday, s.month_day as "monthDay", s.time_of_day as "timeOfDay",
      s.recipient_ids as "recipientIds", coalesce(s.attachment, 'none') as attachment, s.is_enabled as "isEnabled",
      s.next_run_at as "nextRun", s.last_run_at as "lastRun", s.fault, s.version`.execute(system);
  return rows;
}

/** Ends a run: when it was, when the next one is, and why it failed. */
export async function endRun(
  db: Db,
  { organizationId, id, version }: DueSchedule,
  { nextRun, fault }: { nextRun: string; fault: string | null },
): Promise<void> {
  await sql`
    update report_schedule set leased_until = null, last_run_at = now(), fault = ${fault}::text,
      next_run_at = case when version = ${version}::integer then ${nextRun}::timestamptz else next_run_at end
    where organization_id = ${organizationId}::uuid and id = ${id}::uuid`.execute(db);
}
