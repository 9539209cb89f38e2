import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestsTo } from './fuzz-requests.ts';
import { useService } from './use-service.ts';

const service = useService();

const ofWorkLogs = requestsTo(
  ['workLogsOnly', 'workLogsWorkItems', 'workLogsOnlyWithDeleted', 'workLogsWorkItemsWithDeleted'],
  [
    'Id',
    'PeriodLength',
    'Comment',
    'Timestamp',
    'EditedTimestamp',
    'User/Name',
    'User',
    'ActivityType/Name',
    'WorklogDate/ShortDate',
    'WorklogDate/Year',
    'IsBillable',
    'BillablePeriodLength',
    'BudgetId',
    'WorkItem/System_TeamProject',
    'WorkItem/Budget/BudgetName',
    'WorkItem/CustomStringField1',
  ],
);
const ofWorkItems = requestsTo(
  ['workItems', 'workItemsHierarchy', 'workItemsHierarchyAllLevels'],
  [
    'System_Id',
    'System_Title',
    'System_CreatedDate',
    'System_TeamProject',
    'TrackedItself',
    'TrackedTotal',
    'TrackedTotalBillable',
    'BudgetAssignmentType',
    'Budget/BudgetName',
    'CustomStringField1',
    'CustomNumericField2',
    'RollupValue1',
    'Microsoft_VSTS_Scheduling_Effort',
  ],
);
const ofOthers = requestsTo(
  ['budgets', 'users', 'activityTypes', 'approvals', 'iterations'],
  ['Id', 'Name', 'BudgetName', 'Tracked', 'Planned', 'State', 'WeekStart', 'User/Name', 'Path', 'Position'],
);

/** Answers that are right for some query; a fault of ours is not among them. */
const STATUSES = [200, 204, 400, 404, 406, 501];

test('no query makes the service fail, whatever is asked in whichever combination', async () => {
  let answered = 0;
  const request = fc.oneof(ofWorkLogs, ofWorkItems, ofOthers);
  await fc.assert(
    fc.asyncProperty(request, fc.constantFrom('admin', 'cleo'), async ({ path, options }, account) => {
      const query = options.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`);
      const { status, text } = await service.ask(account, `${path}?${query.join('&')}`, {
        version: 'v3.3-beta',
        headers: { prefer: 'odata.maxpagesize=5' },
      });
      if (!STATUSES.includes(status)) throw new Error(`${status}: ${text}`);
      if (status === 200) answered += 1;
    }),
    {
      numRuns: Number(process.env['STINT_FUZZ_RUNS'] ?? 1500),
      seed: Number(process.env['STINT_FUZZ_SEED'] ?? 7),
    },
  );
  expect(answered).toBeGreaterThan(200);
});
