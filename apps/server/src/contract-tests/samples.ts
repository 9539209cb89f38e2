import type { calls } from '@stint/contract';
import { makeSignInLink } from '../identity/sign-in-links.ts';
import { textOf } from '../testing/browser.ts';
import type { MakeSample } from './sample.ts';
import { app, PASSWORD, pin, session, somebody, unique, withPassword, workLog } from './sample-parts.ts';
import { activityTypeSamples } from './samples/activity-types.ts';
import { budgetSamples } from './samples/budgets.ts';
import { calendarSamples } from './samples/calendar.ts';
import { explorerSamples } from './samples/explorer.ts';
import { groupSamples } from './samples/groups.ts';
import { privacySamples } from './samples/privacy.ts';
import { auditLogSamples } from './samples/audit-log.ts';
import { reportScheduleSamples } from './samples/report-schedules.ts';
import { reportSamples } from './samples/reports.ts';
import { timesheetSamples } from './samples/timesheet.ts';
import { webhookSamples } from './samples/webhooks.ts';
import { workItemAutomationSamples } from './samples/work-item-automation.ts';
import { settingsSamples } from './samples/settings.ts';
import { timeApprovalSamples } from './samples/time-approval.ts';

/** One good request for every call of the contract; a feature's own file below `samples/` holds its part. */
export const samples: Record<keyof typeof calls, MakeSample> = {
  getMe: ({ stint: { people } }) => ({ person: people.team, query: { $expand: 'user.displayName' } }),
  listUsers: ({ stint: { people } }) => ({
    person: people.team,
    query: { $count: 3, $skip: 1, $expand: 'user.displayName', $search: 'demo.LOCAL' },
  }),
  getUser: ({ stint: { people } }) => ({ person: people.team, params: { id: people.product.id } }),
  listUserRoles: ({ stint: { people } }) => ({
    person: people.administrator,
    query: { includeNoneRoles: true, $count: 2 },
  }),
  setUserRoles: async ({ stint }) => {
    const person = await somebody(stint);
    return {
      person: stint.people.administrator,
      body: { users: [{ email: person.email, role: { name: 'Product' } }] },
    };
  },
  addUser: ({ stint: { people } }) => ({
    person: people.administrator,
    body: { email: `${unique()}@demo.local`, name: 'New', role: 'Team', timeZone: 'Europe/Berlin' },
  }),
  changeUser: async ({ stint }) => ({
    person: stint.people.administrator,
    params: { id: (await somebody(stint)).id },
    body: { name: 'Renamed', email: `${unique()}@demo.local`, timeZone: 'Asia/Tokyo' },
  }),
  addSignInLink: ({ stint: { people } }) => ({
    person: people.administrator,
    params: { id: people.team.id },
  }),
  ...budgetSamples,
  ...groupSamples,

  listWorkLogs: async ({ stint }) => {
    await workLog(stint);
    return {
      person: stint.people.team,
      query: {
        $count: 5,
        $skip: 0,
        $fromTimestamp: '2020-01-01',
        $expand: 'user.displayName',
        $includeEditable: true,
      },
    };
  },
  listAllWorkLogs: async ({ stint }) => {
    await workLog(stint);
    return { person: stint.people.product, query: { $count: 5, $userIds: stint.people.team.id } };
  },
  getWorkLog: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await workLog(stint) },
    query: { $includeEditable: true },
  }),
  addWorkLog: ({ stint: { people } }) => ({
    person: people.team,
    query: { $expand: 'user.displayName' },
    body: { timeStamp: '2026-03-02T09:12:00', length: 3600, workItemId: 8948 },
  }),
  addWorkLogs: ({ stint: { people } }) => ({
    person: people.team,
    query: { $validateOnly: false },
    body: [
      { length: 60, comment: 'one' },
      { length: 120, workItemId: 7 },
    ],
  }),
  changeWorkLog: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await workLog(stint) },
    body: { length: 120, comment: null },
  }),
  deleteWorkLog: async ({ stint }) => ({ person: stint.people.team, params: { id: await workLog(stint) } }),
  restoreWorkLog: async ({ stint }) => {
    const id = await workLog(stint);
    await stint.ask(stint.people.team, 'DELETE', `/api/rest/workLogs/${id}`);
    return { person: stint.people.team, params: { id } };
  },

  getCurrentTrack: ({ stint: { people } }) => ({ person: people.team, query: { $expand: true } }),
  listLatestTracks: ({ stint: { people } }) => ({ person: people.team, query: { $count: 5 } }),
  selectTrack: ({ stint: { people } }) => ({
    person: people.team,
    body: { tfsId: 7, remark: 'next', activityTypeId: '', calculateTotals: true },
  }),
  startTracking: ({ stint: { people } }) => ({
    person: people.team,
    body: { timeZone: 60, tfsId: 7, remark: 'now', activityTypeId: '', isBillable: false },
  }),
  stopTracking: ({ stint: { people } }) => ({ person: people.team, query: { $reason: 0 } }),
  adjustTrack: async ({ stint }) => {
    await stint.ask(stint.people.team, 'POST', '/api/tracking/client/startTracking', { tfsId: 7 });
    return { person: stint.people.team, body: { remark: 'adjusted' } };
  },
  answerActivityCheck: ({ stint: { people } }) => ({ person: people.team }),
  postponeIdleCheck: ({ stint: { people } }) => ({ person: people.team, query: { $option: 1 } }),
  searchWorkItems: ({ stint: { people } }) => ({ person: people.team, body: JSON.stringify('fix') }),
  searchWorkItemsByQuery: ({ stint: { people } }) => ({ person: people.team, body: { query: 'fix' } }),

  createPin: async ({ stint }) => {
    await stint.server.dependencies.attempts.forget(stint.organizationId, 'pins for 127.0.0.1');
    return { person: null };
  },
  getPinStatus: async ({ stint }) => ({ person: null, body: JSON.stringify((await pin(stint)).secret) }),
  listApps: async ({ stint }) => {
    await app(stint);
    return { person: stint.people.team };
  },
  pairApp: async ({ stint }) => ({
    person: stint.people.team,
    body: { pin: (await pin(stint)).pin, name: 'Phone' },
  }),
  createPairingLink: ({ stint: { people } }) => ({ person: people.team, body: { name: 'Desktop' } }),
  unpairApp: async ({ stint }) => ({ person: stint.people.team, params: { id: await app(stint) } }),
  unpairAllApps: ({ stint: { people } }) => ({ person: people.team }),
  listDesktopReleases: ({ stint: { people } }) => ({ person: people.team }),
  listTokens: ({ stint: { people } }) => ({ person: people.team, query: { $all: false } }),
  addToken: ({ stint: { people } }) => ({ person: people.team, body: { name: 'Excel' } }),
  revokeToken: async ({ stint }) => {
    const { body } = await stint.ask(stint.people.team, 'POST', '/api/rest/tokens', { name: 'short-lived' });
    return { person: stint.people.team, params: { id: textOf(body['data']?.['id']) } };
  },

  getSignInMethods: () => ({ person: null }),
  getSession: ({ stint }) => session(stint),
  signIn: async ({ stint }) => ({
    person: null,
    body: { email: (await withPassword(stint)).email, password: PASSWORD },
  }),
  signInWithLink: async ({ stint }) => {
    const { id } = await somebody(stint);
    const { url } = await makeSignInLink(
      stint.server.dependencies.database.organization(stint.organizationId),
      stint.organizationId,
      id,
      '',
    );
    return { person: null, body: { secret: url.split('=')[1] } };
  },
  setPassword: async ({ stint }) => ({ ...(await session(stint)), body: { password: PASSWORD } }),
  signOut: ({ stint }) => session(stint),
  listSessions: ({ stint }) => session(stint),
  endSession: async ({ stint }) => {
    const own = await session(stint);
    return { ...own, params: { id: own.sessionId } };
  },

  getConnection: ({ stint: { people } }) => ({ person: people.administrator }),
  setConnection: ({ stint: { people }, simulatorUrl: url }) => ({
    person: people.administrator,
    body: { url, pat: 'simulator', expires: '2027-03-31' },
  }),
  testConnection: ({ stint: { people }, simulatorUrl: url }) => ({
    person: people.administrator,
    body: { url, pat: 'simulator' },
  }),
  setConnectionExpiry: async ({ stint, simulatorUrl: url }) => {
    await stint.ask(stint.people.administrator, 'PUT', '/api/rest/connection', { url, pat: 'simulator' });
    return { person: stint.people.administrator, body: { expires: '2027-06-30' } };
  },
  removeConnection: async ({ stint, simulatorUrl: url }) => {
    await stint.ask(stint.people.administrator, 'PUT', '/api/rest/connection', { url, pat: 'simulator' });
    return { person: stint.people.administrator };
  },

  ...workItemAutomationSamples,
  ...activityTypeSamples,
  ...settingsSamples,
  ...auditLogSamples,
  getMailStatus: ({ stint: { people } }) => ({ person: people.administrator }),
  testMail: ({ stint: { people } }) => ({ person: people.administrator }),
  ...timesheetSamples,
  ...calendarSamples,
  ...explorerSamples,
  ...reportSamples,
  ...reportScheduleSamples,
  ...webhookSamples,
  ...timeApprovalSamples,
  ...privacySamples,
};
