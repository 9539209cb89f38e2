import { type Grouping, groupName, groupingOf, groupValue, valueAt } from '../view/groupings.ts';
import type { Sorting } from '../view/view.ts';
import { added, NOTHING, type Sums, type SumsAnswer, sumsOf } from './rows.ts';

/** Worklogs that have a value in common, within the groups around them. */
export interface Group {
  /** Names it among all groups of the view. */
  readonly path: string;
  readonly grouping: Grouping;
  /** What identifies it within its parent; null for those without the thing. */
  readonly value: string | null;
  /** What shows it, where that is a text. */
  readonly name: string | null;
  /** Six hex digits, of an activity type. */
  readonly color: string | null;
  /** The type of a work item. */
  readonly type: string | null;
  /** The conditions of its worklogs, those of the groups around it first. */
  readonly conditions: readonly string[];
  readonly sums: Sums;
  readonly children: readonly Group[];
}

interface Parent {
  readonly path: string;
  readonly conditions: readonly string[];
}

/** Makes the groups of the innermost groups’ sums: from the outermost inwards, in the order of the view’s sorting. */
export function groupsOf(
  answers: readonly (SumsAnswer & Readonly<Record<string, unknown>>)[],
  groupBy: readonly string[],
  sort: readonly Sorting[],
  locale: string,
): Group[] {
  const groupings = groupBy.flatMap((field) => groupingOf(field) ?? []);
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const order = (groups: Group[]) => groups.toSorted((a, b) => compare(a, b, sort, collator));
  return within(answers, groupings, { path: '', conditions: [] }, order);
}

function within(
  answers: readonly (SumsAnswer & Readonly<Record<string, unknown>>)[],
  [grouping, ...inner]: readonly Grouping[],
  parent: Parent,
  order: (groups: Group[]) => Group[],
): Group[] {
  if (!grouping) return [];
  const groups = [...Map.groupBy(answers, (answer) => groupValue(grouping, answer))].map(
    ([value, rows]): Group => {
      const path = `${parent.path}/${encodeURIComponent(value ?? '')}`;
      const conditions = [...parent.conditions, grouping.condition(value)];
      const text = (property: string | undefined) =>
        property === undefined ? null : (valueAt(rows[0], property) as string | null);
      return {
        path,
        grouping,
        value,
        name: groupName(grouping, rows[0]),
        color: grouping.kind === 'activity' ? text(grouping.by[2]) : null,
        type: grouping.kind === 'workItem' ? text(grouping.by[2]) : null,
        conditions,
        sums: rows.map(sumsOf).reduce(added, NOTHING),
        children: within(rows, inner, { path, conditions }, order),
      };
    },
  );
  return order(groups);
}

/** Days and months come the latest first unless they are sorted, everything else by name; a sorting by length orders groups by their sums. */
function compare(a: Group, b: Group, sort: readonly Sorting[], collator: Intl.Collator): number {
  for (const { field, isDescending } of sort) {
    const direction = isDescending ? -1 : 1;
    if (field === 'PeriodLength')
      return (a.sums.seconds - b.sums.seconds) * direction || byName(a, b, collator);
    if (field === 'BillablePeriodLength')
      return (a.sums.billableSeconds - b.sums.billableSeconds) * direction || byName(a, b, collator);
    if (isOf(a.grouping, field)) return byName(a, b, collator) * direction;
  }
  const isOfDays = a.grouping.kind === 'day' || a.grouping.kind === 'month';
  return byName(a, b, collator) * (isOfDays ? -1 : 1);
}

function isOf({ field, kind }: Grouping, sorted: string): boolean {
  if (kind === 'day' || kind === 'month') return sorted === 'Timestamp' || sorted === 'WorklogDate';
  return field === sorted;
}

/** Those without the thing come last. */
function byName(a: Group, b: Group, collator: Intl.Collator): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
  return collator.compare(a.name ?? a.value, b.name ?? b.value) || collator.compare(a.value, b.value);
}
