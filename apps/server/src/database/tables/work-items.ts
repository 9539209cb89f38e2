import type { DateText, InstantText, Json, Made } from './columns.ts';

interface AzureDevOpsConnectionTable {
  organization_id: string;
  url: string;
  sealed_pat: Buffer;
  state: Made<string>;
  message: string | null;
  revisions_token: string | null;
  links_token: string | null;
  last_read_at: InstantText | null;
  leased_until: InstantText | null;
  expires_on: DateText | null;
}

interface WorkItemTypeTable {
  organization_id: string;
  project: string;
  name: string;
  color: string;
  states: Json<{ name: string; category: string }[]>;
}

interface WorkItemTable {
  organization_id: string;
  id: number;
  revision: number;
  type: string;
  title: string;
  state: string;
  state_category: string;
  project: string;
  area_path: string | null;
  iteration_path: string | null;
  assigned_to: string | null;
  parent_id: number | null;
  effort: number | null;
  created_at: InstantText;
  changed_at: InstantText;
  deleted_at: InstantText | null;
  fields: Json<Record<string, unknown>>;
}

interface WorkItemAncestryTable {
  organization_id: string;
  ancestor_id: number;
  descendant_id: number;
  depth: number;
}

interface IterationTable {
  organization_id: string;
  path: string;
  project: string;
  start_date: DateText | null;
  finish_date: DateText | null;
}

interface WorkItemAutomationTable {
  organization_id: string;
  project: string;
  reduces_remaining: Made<boolean>;
  sets_completed: Made<boolean>;
  estimate_field: string | null;
  version: Made<number>;
  recomputed_at: InstantText | null;
  recomputed_items: number | null;
}

interface WorkItemBookingTable {
  organization_id: string;
  id: Made<string>;
  work_item_id: number;
  seconds: number;
}

interface WorkItemWriteTable {
  organization_id: string;
  work_item_id: number;
  owed_seconds: Made<number>;
  overrun_seconds: Made<number>;
  asked: Made<number>;
  next_attempt_at: InstantText | null;
  attempts: Made<number>;
  failures: Made<number>;
  intent: Json<unknown> | null;
  outcome: string | null;
  fault: string | null;
  recomputed_project: string | null;
  tried_at: InstantText | null;
  written_at: InstantText | null;
}

/** Azure DevOps, what was read from it, and what is written to it. */
export interface WorkItemTables {
  azure_devops_connection: AzureDevOpsConnectionTable;
  work_item_type: WorkItemTypeTable;
  work_item: WorkItemTable;
  work_item_ancestry: WorkItemAncestryTable;
  iteration: IterationTable;
  work_item_automation: WorkItemAutomationTable;
  work_item_booking: WorkItemBookingTable;
  work_item_write: WorkItemWriteTable;
}
