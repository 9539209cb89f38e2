import type { Dependencies, Job } from '../../dependencies.ts';
import type { WorkLogs } from '../worklogs/service.ts';
import { budgetAssignmentRoutes, budgetContentRoutes, budgetRoutes } from './routes.ts';
import { createBudgetWatch } from './watch-job.ts';

/** Budgets: their calls, and the job that notices when they reach a threshold. */
export function budgets(dependencies: Dependencies, workLogs: WorkLogs): Job {
  budgetRoutes(dependencies);
  budgetAssignmentRoutes(dependencies);
  budgetContentRoutes(dependencies, workLogs);
  return createBudgetWatch(dependencies);
}
