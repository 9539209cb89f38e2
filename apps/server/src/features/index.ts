import type { Dependencies, Job } from '../dependencies.ts';
import { activityTypes } from './activity-types/routes.ts';
import { auditLog } from './audit/routes.ts';
import { createBudgetsOfWorkLogs } from './budgets/for-worklogs.ts';
import { budgets } from './budgets/index.ts';
import { createWorkLogs } from './worklogs/service.ts';
import { workLogRoutes } from './worklogs/routes.ts';
import { calendars } from './calendars/index.ts';
import { connection } from './connection/index.ts';
import { desktopReleases } from './desktop-releases/routes.ts';
import { explorer } from './explorer/routes.ts';
import { groups } from './groups/routes.ts';
import { createGroupSync } from './groups/sync.ts';
import { iterationRoutes } from './iterations/routes.ts';
import { people } from './people/routes.ts';
import { trackingCalls } from './tracking/calls.ts';
import { trackingClock } from './tracking/clock-job.ts';
import { trackingRoutes } from './tracking/routes.ts';
import { createTracking } from './tracking/service.ts';
import { hub } from './hub/index.ts';
import { mail } from './mail/index.ts';
import { createMails } from './mail/service.ts';
import { openId } from './openid/routes.ts';
import { pairing } from './pairing/routes.ts';
import { privacy } from './privacy/routes.ts';
import { reporting } from './reporting/routes.ts';
import { reportSchedules } from './report-schedules/index.ts';
import { reports } from './reports/routes.ts';
import { sessions } from './sessions/routes.ts';
import { settings } from './settings/routes.ts';
import { tokens } from './tokens/routes.ts';
import { credentialJobs } from './tokens/jobs.ts';
import { timesheets } from './timesheet/routes.ts';
import { approvalsForMail } from './time-approval/for-mail.ts';
import { timeApproval } from './time-approval/routes.ts';
import { webhooks } from './webhooks/index.ts';
import { workItemAutomation } from './work-item-automation/index.ts';
import { createWorkItems } from './work-items/service.ts';

/** Makes every feature, connects its calls, and answers the jobs that run beside them. */
export function features(dependencies: Dependencies): Job[] {
  const workLogs = createWorkLogs(dependencies);
  people(dependencies);
  groups(dependencies);
  const groupSync = createGroupSync(dependencies);
  activityTypes(dependencies);
  settings(dependencies);
  workLogRoutes(dependencies, workLogs);
  explorer(dependencies, { workLogs, budgets: createBudgetsOfWorkLogs() });
  timesheets(dependencies, { workLogs });
  iterationRoutes(dependencies);
  timeApproval(dependencies, workLogs);
  sessions(dependencies);
  openId(dependencies, { groups: groupSync });
  tokens(dependencies);
  pairing(dependencies);
  desktopReleases(dependencies);
  reporting(dependencies);
  reports(dependencies);
  auditLog(dependencies);
  const mails = createMails(dependencies.environment);
  const tracking = createTracking(dependencies, { workLogs });
  const calls = trackingCalls(tracking, createWorkItems());
  trackingRoutes(dependencies, calls);
  privacy(dependencies, { tracking, workLogs, calendars: calendars(dependencies) });
  return [
    connection(dependencies, { groups: groupSync }),
    trackingClock(dependencies, tracking),
    hub(dependencies, { calls, tracking }),
    budgets(dependencies, workLogs),
    webhooks(dependencies),
    workItemAutomation(dependencies),
    ...reportSchedules(dependencies, { mails }),
    ...mail(dependencies, { mails, approvals: approvalsForMail(dependencies) }),
    ...credentialJobs(dependencies),
  ];
}
