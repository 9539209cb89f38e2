/** The columns of work_log that the application sets, with their types, in the order of `rowOf`. */
export const columns = [
  'id uuid',
  'person_id uuid',
  'work_item_id integer',
  'activity_type_id uuid',
  'comment text',
  'seconds integer',
  'billable_seconds integer',
  'started_at timestamptz',
  'local_started_at timestamp',
  'added_by uuid',
  'edited_by uuid',
  'created_at timestamptz',
  'local_created_at timestamp',
  'edited_at timestamptz',
  'local_edited_at timestamp',
  'is_tracked boolean',
  'is_tracked_extended boolean',
  'is_changed boolean',
  'is_edited_by_owner boolean',
  'is_imported boolean',
  'is_from_api boolean',
  'is_billable boolean',
  'has_clock_time boolean',
  'version integer',
];
export const names = columns.map((column) => column.split(' ')[0]);
export const nameList = names.join(', ');

/** What comes with a new entry beside its columns: the first day that its owner's weeks leave open, and its audit row. */
export const besides = [
  'open_from date',
  'audit_id uuid',
  'audit_person uuid',
  'audit_via text',
  'audit_address text',
];
