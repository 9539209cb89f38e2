import { Readable } from 'node:stream';
import type { BudgetWithSums } from './store.ts';
import { budgetOf } from './present.ts';

const header = [
  'Name',
  'Comment',
  'State',
  'PlannedSeconds',
  'TrackedSeconds',
  'BilledSeconds',
  'RemainingSeconds',
  'Percent',
  'WorkLogs',
  'Created',
  'Closed',
  'Id',
];

/** Budgets as CSV (RFC 4180) with the byte order mark by which spreadsheets know UTF-8; made while it is sent. */
export function budgetsAsCsv(chunks: AsyncIterable<readonly BudgetWithSums[]>): Readable {
  return Readable.from(lines(chunks));
}

async function* lines(chunks: AsyncIterable<readonly BudgetWithSums[]>): AsyncGenerator<string> {
  yield `\uFEFF${lineOf(header)}`;
  for await (const budgets of chunks) yield budgets.map((budget) => lineOf(cellsOf(budget))).join('');
}

function cellsOf(row: BudgetWithSums): (string | number | null)[] {
  const budget = budgetOf(row);
  return [
    budget.name,
    budget.comment,
    budget.isClosed ? 'closed' : 'open',
    budget.plannedLength,
    budget.trackedLength,
    budget.billedLength,
    budget.remainingLength,
    budget.percent,
    budget.workLogCount,
    budget.created,
    budget.closed,
    budget.id,
  ];
}

function lineOf(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** Texts that a spreadsheet would read as formulas begin with an apostrophe; numbers below 0 are none. */
function cellOf(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
