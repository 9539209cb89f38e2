import { daysOfTimeframe, type Weekday, type WallDate } from '@stint/domain';
import { columnOf } from '../view/columns.ts';
import { groupingOf } from '../view/groupings.ts';
import { daysCondition, textLiteral } from '../view/literals.ts';
import { type ColumnChoice, type Filters, NO_BUDGET, type Sorting, type View } from '../view/view.ts';

const SET = 'workLogsWorkItems';

/** What the meaning of a time frame depends on. */
export interface Today {
  readonly today: WallDate;
  readonly firstDay: Weekday;
}

/** The condition of the worklogs that filters let pass (OData); an empty text for all. */
export function conditionOf(filters: Filters, { today, firstDay }: Today): string {
  const days = daysOfTimeframe(filters.timeframe, today, firstDay);
  return allOf([
    days === null ? '' : daysCondition(days.from, days.to),
    oneOf('UserId', filters.userIds),
    oneOf('WorkItem/System_TeamProject', filters.projects.map(textLiteral)),
    oneOf('WorkItem/System_WorkItemType', filters.workItemTypes.map(textLiteral)),
    oneOf('ActivityTypeId', filters.activityTypeIds),
    budgetCondition(filters.budgetIds),
    filters.isBillable === null ? '' : `IsBillable eq ${filters.isBillable}`,
    searchCondition(filters.search.trim()),
  ]);
}

/** Conditions that must all hold; empty ones hold. */
export function allOf(conditions: readonly string[]): string {
  return conditions.filter((each) => each !== '').join(' and ');
}

function oneOf(property: string, literals: readonly string[]): string {
  return literals.length === 0 ? '' : `${property} in (${literals.join(',')})`;
}

function budgetCondition(budgetIds: readonly string[]): string {
  const named = oneOf(
    'BudgetId',
    budgetIds.filter((id) => id !== NO_BUDGET),
  );
  if (!budgetIds.includes(NO_BUDGET)) return named;
  return named === '' ? 'BudgetId eq null' : `(BudgetId eq null or ${named})`;
}

function searchCondition(search: string): string {
  if (search === '') return '';
  const word = textLiteral(search.toLowerCase());
  const number = /^#?(\d{1,9})$/.exec(search)?.[1];
  const places = ['Comment', 'WorkItem/System_Title'].map((each) => `contains(tolower(${each}),${word})`);
  return `(${[...places, ...(number === undefined ? [] : [`WorkItemId eq ${Number(number)}`])].join(' or ')})`;
}

function addressOf(set: string, options: Readonly<Record<string, string>>): string {
  const given = Object.entries(options).filter(([, value]) => value !== '');
  return `${set}?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/** In what order worklogs come; the id at the end makes it one. */
export function orderOf(sort: readonly Sorting[]): string {
  const columns = sort.flatMap(({ field, isDescending }) => {
    const column = columnOf(field);
    return column ? [`${column.sorts}${isDescending ? ' desc' : ''}`] : [];
  });
  return [...new Set(columns), 'Id'].join(',');
}

/** Every property that these columns show. */
function readsOf(columns: readonly ColumnChoice[]): string[] {
  return [...new Set(columns.flatMap(({ field }) => columnOf(field)?.reads ?? []))];
}

/** Some worklogs of a condition in order, from the one at `skip` on, with what the columns show. */
export function rowsAddress(
  condition: string,
  { columns, sort }: Pick<View, 'columns' | 'sort'>,
  { skip, top }: { readonly skip: number; readonly top: number },
): string {
  return addressOf(SET, {
    $select: [...new Set(['Id', 'PeriodLength', ...readsOf(columns)])].join(','),
    $filter: condition,
    $orderby: orderOf(sort),
    $skip: String(skip),
    $top: String(top),
  });
}

/** Ids and lengths of worklogs of a condition; all, or those from `skip` on. */
export function idsAddress(
  condition: string,
  sort: readonly Sorting[],
  range: { readonly skip: number; readonly top: number } | null,
): string {
  return addressOf(SET, {
    $select: 'Id,PeriodLength',
    $filter: condition,
    // All of them come in whatever order is cheapest.
    ...(range !== null && { $orderby: orderOf(sort), $skip: String(range.skip), $top: String(range.top) }),
  });
}

/** The sums over all worklogs of a condition: `Seconds`, `BillableSeconds` and `Count`. */
const SUMS =
  'aggregate(PeriodLength with sum as Seconds,BillablePeriodLength with sum as BillableSeconds,$count as Count)';

/** The sums over all worklogs of a condition. */
export function totalsAddress(condition: string): string {
  return addressOf(SET, { $apply: condition === '' ? SUMS : `filter(${condition})/${SUMS}` });
}

/** The sums of the innermost groups. */
export function groupsAddress(condition: string, groupBy: readonly string[]): string {
  const by = [...new Set(groupBy.flatMap((field) => groupingOf(field)?.by ?? []))].join(',');
  const grouped = `groupby((${by}),${SUMS})`;
  return addressOf(SET, { $apply: condition === '' ? grouped : `filter(${condition})/${grouped}` });
}

/** What a table of everything that is shown is fetched from; groups become the first order. */
export function exportAddress(
  condition: string,
  { columns, sort, groupBy }: Pick<View, 'columns' | 'sort' | 'groupBy'>,
  format: 'csv' | 'xlsx',
): string {
  const groups = groupBy.flatMap((field) => groupingOf(field)?.by ?? []);
  const order = [...groups, ...orderOf(sort).split(',')];
  const isFirst = (each: string, index: number) =>
    order.findIndex((other) => other.split(' ')[0] === each.split(' ')[0]) === index;
  const address = addressOf(SET, {
    $select: readsOf(columns).join(','),
    $filter: condition,
    $orderby: order.filter(isFirst).join(','),
    $format: format,
  });
  return `/api/odata/v3.2/${address}`;
}

/** The values that there are to filter by: what `properties` hold of all worklogs of some days. */
export function valuesAddress(condition: string, properties: readonly string[]): string {
  const grouped = `groupby((${properties.join(',')}))`;
  return addressOf(SET, { $apply: condition === '' ? grouped : `filter(${condition})/${grouped}` });
}
