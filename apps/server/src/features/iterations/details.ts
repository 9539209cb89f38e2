import type { IterationDetails, IterationWorkItem } from '@stint/contract';
import { CompiledQuery } from 'kysely';
import { type AzureDevOpsLook, colourKey } from '../../identity/organizations.ts';
import { type Asking, iterationAt, paceOf, sightOf } from './iterations.ts';
import { ITERATION_ITEMS } from './sql.ts';

const MOST_ITEMS = 1_000;

interface ItemRow {
  id: number;
  title: string;
  type: string;
  project: string;
  state: string;
  stateCategory: string;
  iterationPath: string | null;
  isMoved: boolean;
  effort: number | null;
  /** Seconds. */
  tracked: number;
  summary: number;
  budgetId: string | null;
  budgetName: string | null;
}

/**
 * One iteration with its work items, and those that had time on its days and are in another one now; at most 1,000. Who sees their own
 * time only is told of that alone. EntityNotFound where there is no such path.
 */
export async function iterationDetails(asking: Asking, path: string): Promise<IterationDetails> {
  const iteration = await iterationAt(asking, path);
  const { person, seesBudgets } = sightOf(asking);
  const { rows } = await asking.db.executeQuery<ItemRow>(
    CompiledQuery.raw(ITERATION_ITEMS, [
      asking.organization.id,
      iteration.path,
      person,
      seesBudgets,
      MOST_ITEMS + 1,
    ]),
  );
  const workItems = rows.slice(0, MOST_ITEMS).map((row) => itemOf(row, asking.organization.azureDevOps));
  return { iteration, workItems, isCut: rows.length > MOST_ITEMS };
}

function itemOf(row: ItemRow, look: AzureDevOpsLook): IterationWorkItem {
  const { tracked, summary, budgetId, budgetName, project, ...item } = row;
  return {
    ...item,
    color: look.colours[colourKey(project, item.type)] ?? '',
    trackedLength: tracked,
    trackedSummaryLength: summary,
    pace: paceOf(summary, item.effort),
    budget: budgetId === null || budgetName === null ? null : { id: budgetId, name: budgetName },
  };
}
