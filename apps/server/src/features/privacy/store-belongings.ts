import type { CalendarSource, PersonExport, ReportSchedule } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

type Belongings = Pick<
  PersonExport,
  | 'calendars'
  | 'explorerLayouts'
  | 'reports'
  | 'reportSchedules'
  | 'receivedReportSchedules'
  | 'mails'
  | 'reminders'
>;

/** What a person looks at, keeps and gets, without secrets. */
export async function readBelongings(db: Db, organizationId: string, personId: string): Promise<Belongings> {
  return {
    calendars: await readCalendars(db, organizationId, personId),
    explorerLayouts: await db
      .selectFrom('explorer_layout')
      .select(['id', 'name', 'is_default as isDefault', 'view'])
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute(),
    reports: await readReports(db, organizationId, personId),
    reportSchedules: await readSchedules(db, organizationId, personId),
    receivedReportSchedules: await db
      .selectFrom('report_schedule')
      .select(['id', 'person_id as ownerId', 'report_id as reportId'])
      .where('organization_id', '=', organizationId)
      .where(sql<boolean>`${personId} = any (recipient_ids)`)
      .orderBy('id')
      .execute(),
    mails: await db
      .selectFrom('mail_message')
      .select(['id', 'kind', 'state', 'created_at as created', 'sent_at as sent', 'fault', 'content'])
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute(),
    reminders: await db
      .selectFrom('reminder_run')
      .select(['kind', 'day'])
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', personId)
      .orderBy('day')
      .orderBy('kind')
      .execute(),
  };
}

async function readCalendars(db: Db, organizationId: string, personId: string): Promise<CalendarSource[]> {
  return db
    .selectFrom('calendar_source')
    .select(['id', 'name', 'color', 'is_enabled as isEnabled', 'kind', 'host', 'account'])
    .select(sql<boolean>`is_broken or sealed_url = ''`.as('needsConnecting'))
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .$castTo<CalendarSource>()
    .execute();
}

async function readReports(
  db: Db,
  organizationId: string,
  personId: string,
): Promise<PersonExport['reports']> {
  const rows = await db
    .selectFrom('report')
    .select(['id', 'name', 'description', 'visibility', 'share_id', 'content'])
    .select(['created_at as created', 'changed_at as changed'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ share_id: shareId, visibility, ...row }) => ({
    ...row,
    visibility: visibility as PersonExport['reports'][number]['visibility'],
    isShared: shareId !== null,
  }));
}

async function readSchedules(db: Db, organizationId: string, personId: string): Promise<ReportSchedule[]> {
  return db
    .selectFrom('report_schedule')
    .select(['id', 'report_id as reportId', 'frequency', 'weekday', 'month_day as monthDay'])
    .select(['time_of_day as timeOfDay', 'recipient_ids as recipientIds', 'is_enabled as isEnabled'])
    .select(['next_run_at as nextRun', 'last_run_at as lastRun', 'fault'])
    .select(sql<string>`coalesce(attachment, 'none')`.as('attachment'))
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .$castTo<ReportSchedule>()
    .execute();
}

/** Whose weeks a person approves, and the weeks that they were asked about or have approved. */
export async function readApproves(
  db: Db,
  organizationId: string,
  personId: string,
): Promise<PersonExport['approves']> {
  const people = await db
    .selectFrom('person')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('approval_manager_id', '=', personId)
    .orderBy('id')
    .execute();
  const weeks = await db
    .selectFrom('time_week')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where((where) =>
      where.or([where('assigned_manager_id', '=', personId), where('approved_by', '=', personId)]),
    )
    .orderBy('id')
    .execute();
  return { personIds: people.map(({ id }) => id), weekIds: weeks.map(({ id }) => id) };
}
