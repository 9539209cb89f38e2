import { textOf } from '../../testing/browser.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { Samples } from '../sample.ts';
import { unique, workLog } from '../sample-parts.ts';

/** The item that budgets are attached to; it is below 8948. */
const ITEM = 7;

async function budget(stint: TestServer): Promise<string> {
  const body = { name: `Budget of ${unique()}`, plannedLength: 360_000 };
  const answer = await stint.ask(stint.people.budget, 'POST', '/api/rest/budgets', body);
  return textOf(answer.body['data']?.['id']);
}

/** A budget that the item has, and the assignment. */
async function attached(stint: TestServer): Promise<{ id: string; assignmentId: string }> {
  const id = await budget(stint);
  const body = { workItemId: ITEM, move: true };
  const answer = await stint.ask(stint.people.budget, 'POST', `/api/rest/budgets/${id}/assignments`, body);
  return { id, assignmentId: textOf(answer.body['data']?.['id']) };
}

export const budgetSamples = {
  listBudgets: async ({ stint }) => {
    await budget(stint);
    return { person: stint.people.budget, query: { $count: 5, $skip: 0, $state: 'all' } };
  },
  exportBudgets: async ({ stint }) => {
    await budget(stint);
    return { person: stint.people.budget, query: { $format: 'csv', $state: 'open' } };
  },
  getBudget: async ({ stint }) => ({ person: stint.people.budget, params: { id: await budget(stint) } }),
  addBudget: ({ stint: { people } }) => ({
    person: people.budget,
    body: { name: `Budget of ${unique()}`, comment: 'Phase one', plannedLength: 36_000 },
  }),
  changeBudget: async ({ stint }) => ({
    person: stint.people.budget,
    params: { id: await budget(stint) },
    body: { plannedLength: 7200, isClosed: true },
  }),
  deleteBudget: async ({ stint }) => ({ person: stint.people.budget, params: { id: await budget(stint) } }),
  listBudgetAssignments: async ({ stint }) => ({
    person: stint.people.budget,
    params: { id: (await attached(stint)).id },
    query: { $count: 5 },
  }),
  addBudgetAssignment: async ({ stint }) => ({
    person: stint.people.budget,
    params: { id: await budget(stint) },
    body: { workItemId: ITEM, isExclusion: false, move: true },
  }),
  addBudgetAssignments: async ({ stint }) => ({
    person: stint.people.budget,
    params: { id: await budget(stint) },
    body: { assignments: [{ workLogId: await workLog(stint) }, { workItemId: ITEM, isExclusion: true }] },
  }),
  setBudgetAssignments: async ({ stint }) => ({
    person: stint.people.budget,
    params: { id: (await attached(stint)).id },
    body: { assignments: [{ workItemId: 8948 }], move: true },
  }),
  deleteBudgetAssignment: async ({ stint }) => ({
    person: stint.people.budget,
    params: { ...(await attached(stint)) },
  }),
  listBudgetWorkLogs: async ({ stint }) => {
    const { id } = await attached(stint);
    await stint.ask(stint.people.team, 'POST', '/api/rest/workLogs', { length: 60, workItemId: ITEM });
    return { person: stint.people.budget, params: { id }, query: { $count: 5, $expand: 'user.displayName' } };
  },
  listBudgetWorkItems: async ({ stint }) => ({
    person: stint.people.budget,
    params: { id: (await attached(stint)).id },
    query: { $count: 5 },
  }),
  getWorkItemBudget: async ({ stint }) => {
    await attached(stint);
    return { person: stint.people.budget, params: { id: String(ITEM) } };
  },
} satisfies Samples;
