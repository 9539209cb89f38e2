import { instant, type WallTime } from '@stint/domain';
import type { Selectable } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Entry } from './entry.ts';

type Row = Omit<Selectable<Tables['work_log']>, 'organization_id'>;

/** The row of an entry, without its organization. */
export function rowOf(entry: Entry): Omit<Row, 'deleted_at'> {
  return {
    id: entry.id,
    person_id: entry.personId,
    work_item_id: entry.workItemId,
    activity_type_id: entry.activityTypeId,
    comment: entry.comment,
    seconds: entry.seconds,
    billable_seconds: entry.billableSeconds,
    started_at: new Date(entry.startedAt).toISOString(),
    local_started_at: entry.localStartedAt,
    added_by: entry.addedBy,
    edited_by: entry.editedBy,
    created_at: new Date(entry.createdAt).toISOString(),
    local_created_at: entry.localCreatedAt,
    edited_at: new Date(entry.editedAt).toISOString(),
    local_edited_at: entry.localEditedAt,
    is_tracked: entry.isTracked,
    is_tracked_extended: entry.isTrackedExtended,
    is_changed: entry.isChanged,
    is_edited_by_owner: entry.isEditedByOwner,
    is_imported: entry.isImported,
    is_from_api: entry.isFromApi,
    is_billable: entry.isBillable,
    has_clock_time: entry.hasClockTime,
    version: entry.version,
  };
}

/** The entry of a row. */
export function entryOf(row: Row): Entry {
  return {
    id: row.id,
    personId: row.person_id,
    workItemId: row.work_item_id,
    activityTypeId: row.activity_type_id,
    comment: row.comment,
    seconds: row.seconds,
    billableSeconds: row.billable_seconds,
    startedAt: instant(Date.parse(row.started_at)),
    localStartedAt: wallOf(row.local_started_at),
    addedBy: row.added_by,
    editedBy: row.edited_by,
    createdAt: instant(Date.parse(row.created_at)),
    localCreatedAt: wallOf(row.local_created_at),
    editedAt: instant(Date.parse(row.edited_at)),
    localEditedAt: wallOf(row.local_edited_at),
    isTracked: row.is_tracked,
    isTrackedExtended: row.is_tracked_extended,
    isChanged: row.is_changed,
    isEditedByOwner: row.is_edited_by_owner,
    isImported: row.is_imported,
    isFromApi: row.is_from_api,
    isBillable: row.is_billable,
    hasClockTime: row.has_clock_time,
    isDeleted: row.deleted_at !== null,
    version: row.version,
  };
}

/** PostgreSQL writes no trailing zeros of a fraction; wall times have three digits or none. */
function wallOf(text: string): WallTime {
  const [whole = text, fraction] = text.split('.');
  return (fraction === undefined ? whole : `${whole}.${fraction.slice(0, 3).padEnd(3, '0')}`) as WallTime;
}
