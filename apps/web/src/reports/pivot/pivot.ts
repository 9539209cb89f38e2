import { type ReportRow, numberAt, textAt } from '../data/rows.ts';

/** What a pivot table is made by: fields of the rows. */
export interface PivotChoice {
  readonly rows: string;
  /** null adds everything up in one column. */
  readonly columns: string | null;
  /** The field that is added up; null counts rows. */
  readonly measure: string | null;
}

/** A table of sums. */
export interface Pivot {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** One for each column; null where no row is. */
    readonly values: readonly (number | null)[];
    readonly total: number;
  }[];
  /** One for each column. */
  readonly totals: readonly number[];
  readonly total: number;
}

/** Adds rows up by what two of their fields say; names are in order, those of days and numbers too. */
export function pivot(
  rows: readonly ReportRow[],
  { rows: down, columns: across, measure }: PivotChoice,
): Pivot {
  const sums = new Map<string, Map<string, number>>();
  const columns = new Set<string>();
  for (const row of rows) {
    const column = across === null ? '' : textAt(row, across);
    const line = sums.get(textAt(row, down)) ?? new Map<string, number>();
    sums.set(textAt(row, down), line);
    columns.add(column);
    line.set(column, (line.get(column) ?? 0) + (measure === null ? 1 : numberAt(row, measure)));
  }
  const names = [...columns].sort(inOrder);
  const lines = [...sums]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([name, line]) => ({
      name,
      values: names.map((column) => line.get(column) ?? null),
      total: sum(line.values()),
    }));
  const totals = names.map((_, index) => sum(lines.map(({ values }) => values[index] ?? 0)));
  return { columns: names, rows: lines, totals, total: sum(lines.map(({ total }) => total)) };
}

/** The fields of rows by what they hold, as paths such as `User.Name`; ids of 36 characters are left out. */
export function fieldsOf(rows: readonly ReportRow[]): { dimensions: string[]; measures: string[] } {
  const found = new Map<string, 'dimension' | 'measure'>();
  for (const row of rows.slice(0, 200)) visit(row, '', found);
  const named = (kind: string) => [...found].filter(([, each]) => each === kind).map(([path]) => path);
  return { dimensions: named('dimension'), measures: named('measure') };
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Numbers that name something: adding them up says nothing. */
const NUMBERED = /(^|\.|_)(Id|Year|Month|Day|Week|Quarter|DayOfWeek|DayOfYear)$|Id$/;

function visit(row: ReportRow, before: string, found: Map<string, 'dimension' | 'measure'>): void {
  for (const [name, value] of Object.entries(row)) {
    const path = before + name;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      visit(value as ReportRow, `${path}.`, found);
    } else if (typeof value === 'number') {
      found.set(path, NUMBERED.test(path) ? 'dimension' : 'measure');
    } else if (typeof value === 'boolean' || (typeof value === 'string' && !GUID.test(value))) {
      found.set(path, 'dimension');
    }
  }
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function inOrder(a: string, b: string): number {
  return collator.compare(a, b);
}
