import type { Dependencies, Job } from '../dependencies.ts';
import { activityTypes } from './activity-types/routes.ts';
import { createWorkLogs } from './worklogs/service.ts';
import { workLogRoutes } from './worklogs/routes.ts';
import { people } from './people/routes.ts';
import { timeApproval } from './time-approval/routes.ts';

/** Makes every feature, connects its calls, and answers the jobs that run beside them. */
export function features(dependencies: Dependencies): Job[] {
  const workLogs = createWorkLogs(dependencies);
  people(dependencies);
  activityTypes(dependencies);
  workLogRoutes(dependencies, workLogs);
  timeApproval(dependencies);
  return [];
}
