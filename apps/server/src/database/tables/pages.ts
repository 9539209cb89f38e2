import type { InstantText, Json, Made } from './columns.ts';

interface ReportTable {
  organization_id: string;
  id: string;
  person_id: string | null;
  name: string;
  description: Made<string>;
  visibility: Made<string>;
  share_id: string | null;
  position: Made<number>;
  content: Json<Record<string, unknown>>;
  created_at: Made<InstantText>;
  changed_at: Made<InstantText>;
  version: Made<number>;
}

interface ReportScheduleTable {
  organization_id: string;
  id: string;
  person_id: string;
  report_id: string;
  frequency: string;
  weekday: number | null;
  month_day: number | null;
  time_of_day: string;
  recipient_ids: string[];
  attachment: string | null;
  is_enabled: Made<boolean>;
  next_run_at: InstantText;
  leased_until: InstantText | null;
  last_run_at: InstantText | null;
  fault: string | null;
  version: Made<number>;
}

interface ExplorerLayoutTable {
  organization_id: string;
  person_id: string;
  id: string;
  name: string;
  is_default: Made<boolean>;
  view: Json<Record<string, unknown>>;
}

interface CalendarSourceTable {
  organization_id: string;
  person_id: string;
  id: string;
  kind: string;
  name: string;
  color: string;
  sealed_url: Made<Buffer>;
  host: string;
  is_enabled: Made<boolean>;
  account: string | null;
  is_broken: Made<boolean>;
}

/** What people keep for themselves and others to look at. */
export interface PageTables {
  report: ReportTable;
  report_schedule: ReportScheduleTable;
  explorer_layout: ExplorerLayoutTable;
  calendar_source: CalendarSourceTable;
}
