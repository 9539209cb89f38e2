import type { Call } from '../call.ts';
import * as activityTypes from './activity-types.ts';
import * as auditLog from './audit-log.ts';
import * as azureDevOps from './azure-devops.ts';
import * as budgets from './budgets.ts';
import * as calendar from './calendar.ts';
import * as desktopReleases from './desktop-releases.ts';
import * as explorer from './explorer.ts';
import * as groups from './groups.ts';
import * as mail from './mail.ts';
import * as pairing from './pairing.ts';
import * as people from './people.ts';
import * as privacy from './privacy.ts';
import * as reportSchedules from './report-schedules.ts';
import * as reports from './reports.ts';
import * as sessions from './sessions.ts';
import * as settings from './settings.ts';
import * as timeApproval from './time-approval.ts';
import * as timesheet from './timesheet.ts';
import * as tokens from './tokens.ts';
import * as tracking from './tracking.ts';
import * as webhooks from './webhooks.ts';
import * as workItemAutomation from './work-item-automation.ts';
import * as workLogs from './work-logs.ts';

/** Every call of the API by its operation id. */
export const calls = {
  ...people,
  ...groups,
  ...activityTypes,
  ...workLogs,
  ...timeApproval,
  ...budgets,
  ...tracking,
  ...pairing,
  ...desktopReleases,
  ...tokens,
  ...sessions,
  ...settings,
  ...azureDevOps,
  ...workItemAutomation,
  ...timesheet,
  ...explorer,
  ...calendar,
  ...mail,
  ...reports,
  ...reportSchedules,
  ...auditLog,
  ...webhooks,
  ...privacy,
};

export const allCalls: readonly Call[] = Object.values(calls);
