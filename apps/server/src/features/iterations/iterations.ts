import type { calls, IterationSummary, QueryOf } from '@stint/contract';
import { addDays, isAtLeast, maySeeWorklogsOf, type UserId } from '@stint/domain';
import { CompiledQuery } from 'kysely';
import type { Asked } from '../../http/asked.ts';
import { readDay, todayIn } from '../../http/days.ts';
import { Refusal } from '../../refusal.ts';
import { ITERATIONS } from './sql.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'principal'>;

/** The days that are looked at unless a range is given. */
const BACK = 90;
const AHEAD = 30;
const MOST_ITERATIONS = 100;
const HOUR = 3600;

interface Row {
  path: string;
  project: string;
  startDate: string;
  finishDate: string;
  workItems: number;
  effort: number | null;
  /** Seconds. */
  tracked: number;
  summary: number;
  moved: number;
  budgetId: string | null;
  budgetName: string | null;
}

/**
 * Iterations that have a day of the range, the latest first, at most 100. Who sees their own time only is told of that alone; budgets
 * are for the role Budget. `now` is epoch milliseconds.
 */
export async function iterations(
  { db, organization, principal }: Asking,
  query: QueryOf<typeof calls.listIterations>,
  now: number,
): Promise<IterationSummary[]> {
  const read = (name: string, text: string | undefined) =>
    text === undefined ? null : readDay(name, text, principal.timeZone, 'option');
  const today = todayIn(principal.timeZone, now);
  const from = read('$from', query.$from) ?? addDays(today, -BACK);
  const to = read('$to', query.$to) ?? addDays(today, AHEAD);
  if (to < from) throw new Refusal('ApiVersionError', `$to: ${to} lies before ${from}.`);
  const privacy = { membersSeeOthers: organization.settings.membersSeeOthersTime };
  const actor = { id: principal.id as UserId, role: principal.role };
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(ITERATIONS, [
      organization.id,
      from,
      to,
      query.$project?.replaceAll('\0', '') ?? null,
      maySeeWorklogsOf(actor, '' as UserId, privacy) ? null : principal.id,
      isAtLeast(principal.role, 'Budget'),
      MOST_ITERATIONS,
    ]),
  );
  return rows.map(summaryOf);
}

function summaryOf(row: Row): IterationSummary {
  const { path, project, startDate, finishDate, workItems, effort, budgetId, budgetName } = row;
  return {
    path,
    name: path.slice(path.lastIndexOf('\\') + 1),
    project,
    startDate,
    finishDate,
    workItems,
    effort,
    trackedLength: row.tracked,
    trackedSummaryLength: row.summary,
    pace: effort === null || effort === 0 ? null : row.summary / HOUR / effort,
    budget: budgetId === null || budgetName === null ? null : { id: budgetId, name: budgetName },
    movedWorkItems: row.moved,
  };
}
