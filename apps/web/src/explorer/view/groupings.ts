import { addMonths, readWallDate, type WallDate } from '@stint/domain';
import type { ColumnKey } from './column-keys.ts';
import { daysCondition, textLiteral } from './literals.ts';

/** What a group row of the reporting service holds, by property names. */
export type GroupValues = Readonly<Record<string, unknown>>;

/** Something to group worklogs by. */
export interface Grouping {
  /** Names it in layouts and addresses: a property of `workLogsWorkItems`. */
  readonly field: string;
  readonly key: ColumnKey;
  /** The properties to group by: what identifies a group, then what shows it. */
  readonly by: readonly string[];
  readonly kind: 'day' | 'month' | 'workItem' | 'activity' | 'text';
  readonly isOfBudgets?: boolean;
  /** The condition of the group’s worklogs. `value` is of the first property, for months `YYYY-MM`. */
  readonly condition: (value: string | null) => string;
}

const identified = (property: string, literal: (value: string) => string) => (value: string | null) =>
  `${property} eq ${value === null ? 'null' : literal(value)}`;
const asItIs = (value: string) => value;

function byText(key: ColumnKey, field: string): Grouping {
  return { field, key, by: [field], kind: 'text', condition: identified(field, textLiteral) };
}

/** Everything one can group by, in the order in which it is offered. */
export const GROUPINGS: readonly Grouping[] = [
  {
    field: 'WorklogDate/ShortDate',
    key: 'date',
    by: ['WorklogDate/ShortDate'],
    kind: 'day',
    condition: (value) => daysCondition((value ?? '') as WallDate, (value ?? '') as WallDate),
  },
  {
    field: 'WorklogDate/Month',
    key: 'month',
    by: ['WorklogDate/Year', 'WorklogDate/Month'],
    kind: 'month',
    condition: monthCondition,
  },
  {
    field: 'User/Name',
    key: 'person',
    by: ['UserId', 'User/Name'],
    kind: 'text',
    condition: identified('UserId', asItIs),
  },
  byText('project', 'WorkItem/System_TeamProject'),
  {
    field: 'WorkItem/System_Title',
    key: 'workItem',
    by: ['WorkItemId', 'WorkItem/System_Title', 'WorkItem/System_WorkItemType'],
    kind: 'workItem',
    condition: identified('WorkItemId', asItIs),
  },
  byText('workItemType', 'WorkItem/System_WorkItemType'),
  byText('iteration', 'WorkItem/System_IterationPath'),
  {
    field: 'ActivityType/Name',
    key: 'activityType',
    by: ['ActivityTypeId', 'ActivityType/Name', 'ActivityType/Color'],
    kind: 'activity',
    condition: identified('ActivityTypeId', asItIs),
  },
  {
    field: 'Budget/BudgetName',
    key: 'budget',
    by: ['BudgetId', 'Budget/BudgetName'],
    kind: 'text',
    isOfBudgets: true,
    condition: identified('BudgetId', asItIs),
  },
];

const byField = new Map(GROUPINGS.map((grouping) => [grouping.field, grouping]));

/** What a property groups by; undefined for what nothing is grouped by. */
export function groupingOf(field: string): Grouping | undefined {
  return byField.get(field);
}

/** What can be grouped by somebody. */
export function groupingsFor(seesBudgets: boolean): Grouping[] {
  return GROUPINGS.filter(({ isOfBudgets }) => seesBudgets || isOfBudgets !== true);
}

/** The value of a property, such as `User/Name`, in an answer of the reporting service. */
export function valueAt(row: unknown, property: string): string | number | boolean | null {
  let value: unknown = row;
  for (const name of property.split('/')) value = (value as GroupValues | null | undefined)?.[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** What identifies a row’s group; null for the group of those without. */
export function groupValue({ kind, by }: Grouping, row: unknown): string | null {
  if (kind === 'month') {
    const month = String(valueAt(row, 'WorklogDate/Month')).padStart(2, '0');
    return `${String(valueAt(row, 'WorklogDate/Year')).padStart(4, '0')}-${month}`;
  }
  const value = valueAt(row, by[0] ?? '');
  return value === null ? null : String(value);
}

/** What shows a row’s group, where that is a text. */
export function groupName(grouping: Grouping, row: unknown): string | null {
  const shown = grouping.kind === 'text' ? grouping.by.at(-1) : grouping.by[1];
  const name = shown === undefined || grouping.kind === 'month' ? null : valueAt(row, shown);
  return name === null ? null : String(name);
}

function monthCondition(value: string | null): string {
  const first = readWallDate(`${value ?? ''}-01`);
  if (first === null) return 'false';
  return `Timestamp ge ${first}T00:00:00Z and Timestamp lt ${addMonths(first, 1)}T00:00:00Z`;
}
