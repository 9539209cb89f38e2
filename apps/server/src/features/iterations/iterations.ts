import type { calls, IterationSummary, QueryOf } from '@stint/contract';
import { addDays, isAtLeast, maySeeWorklogsOf, type UserId } from '@stint/domain';
import { CompiledQuery } from 'kysely';
import type { Asked } from '../../http/asked.ts';
import { readDay, todayIn } from '../../http/days.ts';
import { Refusal } from '../../refusal.ts';
import { ITERATIONS } from './sql.ts';

export type Asking = Pick<Asked, 'db' | 'organization' | 'principal'>;

/** The days that are looked at unless a range is given. */
const BACK = 90;
const AHEAD = 30;
const MOST_ITERATIONS = 100;
const HOUR = 3600;

interface Row {
  path: string;
  project: string;
  startDate: string | null;
  finishDate: string | null;
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
  const dayOf = (name: string, text: string | undefined) =>
    text === undefined ? null : readDay(name, text, principal.timeZone, 'option');
  const today = todayIn(principal.timeZone, now);
  const from = dayOf('$from', query.$from) ?? addDays(today, -BACK);
  const to = dayOf('$to', query.$to) ?? addDays(today, AHEAD);
  if (to < from) throw new Refusal('ApiVersionError', `$to: ${to} lies before ${from}.`);
  const project = query.$project?.replaceAll('\0', '') ?? null;
  return read({ db, organization, principal }, { from, to, project, path: null });
}

/** One iteration by its path in any letter case; EntityNotFound where there is none. */
export async function iterationAt(asking: Asking, path: string): Promise<IterationSummary> {
  const wanted = { from: null, to: null, project: null, path: path.replaceAll('\0', '') };
  const [found] = await read(asking, wanted);
  if (!found) throw new Refusal('EntityNotFound', `There is no iteration ${path}.`);
  return found;
}

interface Wanted {
  from: string | null;
  to: string | null;
  project: string | null;
  path: string | null;
}

async function read(asking: Asking, { from, to, project, path }: Wanted): Promise<IterationSummary[]> {
  const { person, seesBudgets } = sightOf(asking);
  const { rows } = await asking.db.executeQuery<Row>(
    CompiledQuery.raw(ITERATIONS, [
      asking.organization.id,
      from,
      to,
      project,
      person,
      seesBudgets,
      MOST_ITERATIONS,
      path,
    ]),
  );
  return rows.map(summaryOf);
}

/** What the caller may be told: `person` is whose time alone counts, null for everybody’s. */
export function sightOf({ organization, principal }: Asking): {
  person: string | null;
  seesBudgets: boolean;
} {
  const privacy = { membersSeeOthers: organization.settings.membersSeeOthersTime };
  const actor = { id: principal.id as UserId, role: principal.role };
  return {
    person: maySeeWorklogsOf(actor, '' as UserId, privacy) ? null : principal.id,
    seesBudgets: isAtLeast(principal.role, 'Budget'),
  };
}

/** Hours of a length in seconds for one unit of effort; null without effort. */
export function paceOf(lengthSeconds: number, effort: number | null): number | null {
  return effort === null || effort === 0 ? null : lengthSeconds / HOUR / effort;
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
    pace: paceOf(row.summary, effort),
    budget: budgetId === null || budgetName === null ? null : { id: budgetId, name: budgetName },
    movedWorkItems: row.moved,
  };
}
