import type { Timeframe } from '@stint/domain';

/** Stands among the ids of budgets for time without one. */
export const NO_BUDGET = '00000000-0000-0000-0000-000000000000';

/** Which worklogs are shown; an empty list lets everything pass. */
export interface Filters {
  readonly timeframe: Timeframe;
  readonly userIds: readonly string[];
  readonly projects: readonly string[];
  readonly workItemTypes: readonly string[];
  readonly activityTypeIds: readonly string[];
  /** May hold `NO_BUDGET`. */
  readonly budgetIds: readonly string[];
  readonly isBillable: boolean | null;
  /** Part of a comment or title, or a work item’s number. */
  readonly search: string;
}

export interface ColumnChoice {
  readonly field: string;
  /** Pixels. */
  readonly width: number;
}

export interface Sorting {
  readonly field: string;
  readonly isDescending: boolean;
}

/** What Times Explorer shows, and how. */
export interface View {
  readonly columns: readonly ColumnChoice[];
  /** The first counts most. */
  readonly sort: readonly Sorting[];
  /** From the outermost group inwards. */
  readonly groupBy: readonly string[];
  readonly filters: Filters;
}

export const ALL_FILTERS: Filters = {
  timeframe: { filterType: 'Last30Days' },
  userIds: [],
  projects: [],
  workItemTypes: [],
  activityTypeIds: [],
  budgetIds: [],
  isBillable: null,
  search: '',
};

/** What is shown before anybody chose. */
export const FIRST_VIEW: View = {
  columns: [
    { field: 'Timestamp', width: 112 },
    { field: 'User/Name', width: 136 },
    { field: 'WorkItem/System_Title', width: 256 },
    { field: 'ActivityType/Name', width: 148 },
    { field: 'Comment', width: 168 },
    { field: 'PeriodLength', width: 76 },
    { field: 'BillablePeriodLength', width: 84 },
    { field: 'Budget/BudgetName', width: 140 },
    { field: 'WorkItem/System_TeamProject', width: 100 },
  ],
  sort: [{ field: 'Timestamp', isDescending: true }],
  groupBy: [],
  filters: ALL_FILTERS,
};
