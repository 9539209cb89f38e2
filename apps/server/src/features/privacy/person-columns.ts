import type { PersonExport } from '@stint/contract';
import type { Tables } from '../../database/tables.ts';

/** What becomes of a column that names a person when they ask for their data, and when they are erased. */
interface Handling {
  /** Where the export of the person tells of it. */
  readonly exported: keyof PersonExport;
  /**
   * `row`: the row goes. `name`: the row stays, the person is taken out. `id`: it stays, and leads to somebody without a name, for the
   * row is a record of the organization.
   */
  readonly erased: 'row' | 'name' | 'id';
}

type PersonColumn = `${keyof Tables}.${string}`;

/** Every column that names a person. A test walks the database and refuses one that is not here. */
export const personColumns = {
  'api_token.person_id': { exported: 'tokens', erased: 'row' },
  'audit_log.affects': { exported: 'auditRows', erased: 'id' },
  'audit_log.person_id': { exported: 'auditRows', erased: 'id' },
  'calendar_source.person_id': { exported: 'calendars', erased: 'row' },
  'explorer_layout.person_id': { exported: 'explorerLayouts', erased: 'row' },
  'external_identity.person_id': { exported: 'externalIdentities', erased: 'row' },
  'group_member.person_id': { exported: 'groups', erased: 'row' },
  'idempotency_key.person_id': { exported: 'idempotencyKeys', erased: 'row' },
  'mail_message.person_id': { exported: 'mails', erased: 'row' },
  'paired_app.person_id': { exported: 'apps', erased: 'row' },
  'pairing.person_id': { exported: 'pairings', erased: 'row' },
  'password.person_id': { exported: 'hasPassword', erased: 'row' },
  'person.approval_manager_id': { exported: 'approves', erased: 'name' },
  'person.id': { exported: 'person', erased: 'id' },
  'reminder_run.person_id': { exported: 'reminders', erased: 'row' },
  // A private one goes; one that others see stays, and is nobody's.
  'report.person_id': { exported: 'reports', erased: 'name' },
  'report_schedule.person_id': { exported: 'reportSchedules', erased: 'row' },
  'report_schedule.recipient_ids': { exported: 'receivedReportSchedules', erased: 'name' },
  'session.person_id': { exported: 'sessions', erased: 'row' },
  'sign_in_link.person_id': { exported: 'signInLinks', erased: 'row' },
  'time_week.approved_by': { exported: 'approves', erased: 'id' },
  'time_week.assigned_manager_id': { exported: 'approves', erased: 'id' },
  'time_week.person_id': { exported: 'weeks', erased: 'id' },
  'track.person_id': { exported: 'track', erased: 'row' },
  'webhook.created_by': { exported: 'auditRows', erased: 'id' },
  'work_log.added_by': { exported: 'auditRows', erased: 'id' },
  'work_log.edited_by': { exported: 'auditRows', erased: 'id' },
  'work_log.person_id': { exported: 'workLogs', erased: 'id' },
} as const satisfies Partial<Record<PersonColumn, Handling>>;

type Handlings = typeof personColumns;
type TablesThatGo = {
  [Column in keyof Handlings]: Handlings[Column]['erased'] extends 'row'
    ? Column extends `${infer Table}.person_id`
      ? Table
      : never
    : never;
}[keyof Handlings];

/** The tables whose rows go with the person; what hangs on these rows goes by their foreign keys. */
export const tablesThatGo: readonly TablesThatGo[] = Object.entries(personColumns)
  .filter(([, { erased }]) => erased === 'row')
  .map(([column]) => column.slice(0, column.indexOf('.')) as TablesThatGo);
