import type { Client } from '@stint/client';
import { calls, type Budget, type BudgetState } from '@stint/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import { BUDGETS_KEY } from './budgets-key.ts';

/** The most that one call answers (api.md 3.4). */
const PAGE = 500;

type Page = { readonly $count: number; readonly $skip: number };

async function readAll<Row>(read: (page: Page) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (let last = PAGE; last === PAGE; ) {
    const page = await read({ $count: PAGE, $skip: found.length });
    found.push(...page);
    last = page.length;
  }
  return found;
}

/** All budgets in a state, by name. */
export function useBudgets(state: BudgetState) {
  const client = useClient();
  return useQuery({
    queryKey: [...BUDGETS_KEY, 'list', state],
    queryFn: ({ signal }) =>
      readAll<Budget>((page) =>
        client.call(calls.listBudgets, { query: { ...page, $state: state }, signal }),
      ),
  });
}

/** The cache key of one budget. */
export const budgetKey = (id: string) => [...BUDGETS_KEY, 'one', id] as const;

/** One budget with all that it is attached to, all work items that have it, and all its worklogs. */
export function useBudget(id: string) {
  const client = useClient();
  const params = { id };
  const key = budgetKey(id);
  const budget = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => client.call(calls.getBudget, { params, signal }),
  });
  const assignments = useQuery({
    queryKey: [...key, 'assignments'],
    queryFn: ({ signal }) =>
      readAll((query) => client.call(calls.listBudgetAssignments, { params, query, signal })),
  });
  const workItems = useQuery({
    queryKey: [...key, 'work-items'],
    queryFn: ({ signal }) =>
      readAll((query) => client.call(calls.listBudgetWorkItems, { params, query, signal })),
  });
  // Begins with the key of worklogs, so that it goes with every change of time.
  const worklogs = useQuery({
    queryKey: [...WORKLOGS_KEY, 'budget', id],
    queryFn: ({ signal }) => readWorklogs(client, id, signal),
  });
  return { budget, assignments, workItems, worklogs };
}

function readWorklogs(client: Client, id: string, signal: AbortSignal) {
  return readAll((query) => client.call(calls.listBudgetWorkLogs, { params: { id }, query, signal }));
}
