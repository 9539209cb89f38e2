import { textOf } from '../../testing/browser.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { Samples } from '../sample.ts';
import { unique, workLog } from '../sample-parts.ts';

const view = {
  columns: [{ field: 'User/Name', width: 120, pinned: true }, { field: 'PeriodLength' }],
  sort: [{ field: 'Timestamp', isDescending: true }],
  groupBy: ['WorkItem/System_TeamProject'],
  filters: { timeframe: { filterType: 'Month' }, isBillable: false, search: 'review' },
};

async function layout(stint: TestServer): Promise<string> {
  const id = crypto.randomUUID();
  await stint.ask(stint.people.team, 'PUT', `/api/rest/explorer/layouts/${id}`, { name: unique(), view });
  return id;
}

async function budget(stint: TestServer): Promise<string> {
  const { body } = await stint.ask(stint.people.budget, 'POST', '/api/rest/budgets', { name: unique() });
  return textOf(body['data']?.['id']);
}

export const explorerSamples = {
  listExplorerLayouts: async ({ stint }) => {
    await layout(stint);
    return { person: stint.people.team };
  },
  setExplorerLayout: ({ stint: { people } }) => ({
    person: people.team,
    params: { id: crypto.randomUUID() },
    body: { name: unique(), isDefault: true, view },
  }),
  deleteExplorerLayout: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await layout(stint) },
  }),
  changeWorkLogs: async ({ stint }) => ({
    person: stint.people.administrator,
    query: { $validateOnly: false },
    body: {
      ids: [await workLog(stint), await workLog(stint)],
      activityTypeId: '',
      isBillable: true,
      budgetId: await budget(stint),
    },
  }),
  deleteWorkLogs: async ({ stint }) => ({
    person: stint.people.team,
    body: { ids: [await workLog(stint), await workLog(stint)] },
  }),
  restoreWorkLogs: async ({ stint }) => {
    const person = stint.people.team;
    const ids = [await workLog(stint), await workLog(stint)];
    await stint.ask(person, 'POST', '/api/rest/explorer/workLogs/delete', { ids });
    return { person, body: { ids } };
  },
} satisfies Samples;
