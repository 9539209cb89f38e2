import { TIMEFRAMES, type Timeframe } from '@stint/domain';
import { columnOf } from './columns.ts';
import { groupingOf } from './groupings.ts';
import { ALL_FILTERS, type ColumnChoice, type Filters, FIRST_VIEW, type Sorting, type View } from './view.ts';

/** The narrowest and the widest that a column becomes, in pixels. */
const WIDTHS = { least: 48, most: 1200 } as const;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_SEARCH = 200;

type Found = Readonly<Record<string, unknown>>;

const record = (found: unknown): Found | null =>
  typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Found) : null;
const list = (found: unknown): readonly unknown[] => (Array.isArray(found) ? found : []);
const texts = (found: unknown): string[] =>
  list(found).filter((each): each is string => typeof each === 'string' && each !== '');
const ids = (found: unknown): string[] => texts(found).filter((each) => GUID.test(each));

/**
 * Reads a view of an address or a layout. What is missing or cannot be shown is as in the first view; null for what is no view at all.
 */
export function readView(found: unknown): View | null {
  const view = record(found);
  if (view === null) return null;
  const columns = readColumns(view['columns']);
  return {
    columns: columns.length === 0 ? FIRST_VIEW.columns : columns,
    sort: Array.isArray(view['sort']) ? readSort(view['sort']) : FIRST_VIEW.sort,
    groupBy: [...new Set(texts(view['groupBy']))].filter((field) => groupingOf(field)).slice(0, 5),
    filters: readFilters(record(view['filters']) ?? {}),
  };
}

/** Keeps a width within what a column may have. */
export function widthWithin(width: number): number {
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, Math.round(width)));
}

function readColumns(found: unknown): ColumnChoice[] {
  const chosen = new Map<string, ColumnChoice>();
  for (const each of list(found)) {
    const { field, width } = record(each) ?? {};
    const column = typeof field === 'string' ? columnOf(field) : undefined;
    if (!column || chosen.has(column.field)) continue;
    const wanted = typeof width === 'number' && Number.isFinite(width) ? width : column.width;
    chosen.set(column.field, { field: column.field, width: widthWithin(wanted) });
  }
  return [...chosen.values()];
}

function readSort(found: readonly unknown[]): Sorting[] {
  const chosen = new Map<string, Sorting>();
  for (const each of found) {
    const { field, isDescending } = record(each) ?? {};
    if (typeof field === 'string' && columnOf(field) && !chosen.has(field))
      chosen.set(field, { field, isDescending: isDescending === true });
  }
  return [...chosen.values()].slice(0, 10);
}

function readFilters(found: Found): Filters {
  const { isBillable, search } = found;
  return {
    timeframe: readTimeframe(record(found['timeframe'])),
    userIds: ids(found['userIds']),
    projects: texts(found['projects']),
    workItemTypes: texts(found['workItemTypes']),
    activityTypeIds: ids(found['activityTypeIds']),
    budgetIds: ids(found['budgetIds']),
    isBillable: typeof isBillable === 'boolean' ? isBillable : null,
    search: typeof search === 'string' ? search.slice(0, MOST_SEARCH) : '',
  };
}

function readTimeframe(found: Found | null): Timeframe {
  const filterType = found?.['filterType'];
  if (typeof filterType !== 'string') return ALL_FILTERS.timeframe;
  const known = ['All', 'Custom', ...TIMEFRAMES].find((each) => each === filterType);
  if (known === undefined) return ALL_FILTERS.timeframe;
  if (known !== 'Custom') return { filterType: known };
  const day = (name: string) => {
    const value = found?.[name];
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  };
  return { filterType: known, from: day('from'), to: day('to') };
}

/** The view as the server keeps it in a layout: filters that let everything pass are left out. */
export function layoutViewOf({ columns, sort, groupBy, filters }: View) {
  const { timeframe, isBillable, search, ...lists } = filters;
  const { filterType, from, to } = timeframe;
  const chosen = Object.entries(lists).filter(([, values]) => values.length > 0);
  return {
    columns: columns.map((each) => ({ ...each })),
    sort: sort.map((each) => ({ ...each })),
    groupBy: [...groupBy],
    filters: {
      ...(Object.fromEntries(chosen.map(([name, values]) => [name, [...values]])) as Partial<
        Record<keyof typeof lists, string[]>
      >),
      timeframe: { filterType, ...(from && { from }), ...(to && { to }) },
      ...(isBillable !== null && { isBillable }),
      ...(search !== '' && { search }),
    },
  };
}
