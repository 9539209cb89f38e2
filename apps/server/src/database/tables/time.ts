import type { ColumnType } from 'kysely';
import type { DateText, InstantText, Json, Made, WallText } from './columns.ts';

interface ActivityTypeTable {
  organization_id: string;
  id: string;
  name: string;
  color: string;
  position: Made<number>;
  is_system_default: Made<boolean>;
  deleted_at: InstantText | null;
  version: Made<number>;
  live_id: ColumnType<string | null, never, never>;
}

interface WorkLogTable {
  organization_id: string;
  id: string;
  person_id: string;
  work_item_id: number | null;
  activity_type_id: string;
  comment: Made<string>;
  seconds: number;
  billable_seconds: number | null;
  started_at: InstantText;
  local_started_at: WallText;
  added_by: string;
  edited_by: string;
  created_at: InstantText;
  local_created_at: WallText;
  edited_at: InstantText;
  local_edited_at: WallText;
  is_tracked: Made<boolean>;
  is_tracked_extended: Made<boolean>;
  is_changed: Made<boolean>;
  is_edited_by_owner: Made<boolean>;
  is_imported: Made<boolean>;
  is_from_api: Made<boolean>;
  is_billable: Made<boolean>;
  has_clock_time: Made<boolean>;
  deleted_at: InstantText | null;
  version: Made<number>;
}

interface TrackTable {
  organization_id: string;
  person_id: string;
  version: Made<number>;
  state: Json<unknown>;
  is_running: Made<boolean>;
  deadline_at: InstantText | null;
}

interface TimeWeekTable {
  organization_id: string;
  id: string;
  person_id: string;
  week_start: DateText;
  week_end: DateText;
  state: Made<number>;
  is_locked: boolean | null;
  assigned_manager_id: string | null;
  approved_by: string | null;
  submitted_at: InstantText | null;
  approved_at: InstantText | null;
  modified_at: InstantText;
  comment: string | null;
  version: Made<number>;
}

interface BudgetTable {
  organization_id: string;
  id: string;
  name: string;
  comment: Made<string>;
  planned_seconds: Made<number>;
  is_closed: Made<boolean>;
  closed_at: InstantText | null;
  reached_threshold: Made<number>;
  created_at: Made<InstantText>;
  version: Made<number>;
}

interface BudgetAssignmentTable {
  organization_id: string;
  id: string;
  budget_id: string;
  work_item_id: number | null;
  iteration_path: string | null;
  work_log_id: string | null;
  is_exclusion: Made<boolean>;
}

interface WorkItemBudgetTable {
  organization_id: string;
  work_item_id: number;
  budget_id: string;
  assignment_type: number;
}

/** Time, how it is tracked, approved and budgeted. */
export interface TimeTables {
  activity_type: ActivityTypeTable;
  work_log: WorkLogTable;
  track: TrackTable;
  time_week: TimeWeekTable;
  budget: BudgetTable;
  budget_assignment: BudgetAssignmentTable;
  work_item_budget: WorkItemBudgetTable;
}
