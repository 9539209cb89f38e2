import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

/** The body of a new worklog, as Stint gets it too. */
export interface NewRow {
  timestamp: string;
  length: number;
  workItemId: number;
  comment: string;
}

/** Whose worklogs the anchor writes. */
export interface Owner {
  organizationId: string;
  personId: string;
  activityTypeId: string;
}

const columns =
  'organization_id, id, person_id, work_item_id, activity_type_id, comment, seconds, billable_seconds, started_at, local_started_at, added_by, edited_by, created_at, local_created_at, edited_at, local_edited_at, is_tracked, is_tracked_extended, is_changed, is_imported, is_from_api, is_billable';

const INSERT = `insert into anchor.work_log (${columns}) values (${columns
  .split(', ')
  .map((_, index) => `$${index + 1}`)
  .join(', ')})`;

/** Writes one worklog in one durable statement and answers it. */
export async function insertRow(
  pool: Pool,
  { organizationId, personId, activityTypeId }: Owner,
  body: NewRow,
) {
  const id = randomUUID();
  const { timestamp, length, workItemId, comment } = body;
  const now = new Date().toISOString();
  const whenAndWhat = [workItemId, activityTypeId, comment, length, null, timestamp, timestamp];
  const writtenBy = [personId, personId, now, now, now, now];
  const flags = [false, false, false, false, true, false];
  await pool.query(INSERT, [organizationId, id, personId, ...whenAndWhat, ...writtenBy, ...flags]);
  return { data: { id, ...body } };
}
