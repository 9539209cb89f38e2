import type { Access, calls } from '@stint/contract';
import type { TestPerson, TestServer } from '../testing/test-server.ts';

/** Who asks: nobody, an administrator of another organization, a person of each role, an approval manager of the role Team. */
export const kinds = [
  'nobody',
  'stranger',
  'none',
  'team',
  'product',
  'budget',
  'administrator',
  'manager',
] as const;
type Kind = (typeof kinds)[number];

/** The status that a good request of each kind of person is answered with. */
export type Row = Record<Kind, number>;

type Statuses = [number, number, number, number, number, number, number, number];

function row(...statuses: Statuses): Row {
  return Object.fromEntries(kinds.map((kind, index) => [kind, statuses[index]])) as Row;
}

/** What an operation's `x-access` means (product.md, People and roles; api.md 2 and 3.1). */
const byAccess: Record<Access, Row> = {
  anyone: row(200, 200, 200, 200, 200, 200, 200, 200),
  user: row(401, 401, 403, 200, 200, 200, 200, 200),
  product: row(401, 401, 403, 403, 200, 200, 200, 403),
  budget: row(401, 401, 403, 403, 403, 200, 200, 403),
  administrator: row(401, 401, 403, 403, 403, 403, 200, 403),
  approvalManager: row(401, 401, 403, 403, 403, 403, 403, 200),
};

/** A worklog of `team`: from Product on one sees it, administrators and its owner change it, others do not know of it. */
const changeOfWorkLog = { product: 403, budget: 403, manager: 404 };

/** Something that only its owner has. */
const ofTeamOnly = { product: 404, budget: 404, administrator: 404, manager: 404 };

/** Calls whose answer depends on whose the thing is, or on what is asked for: where they differ from their access. */
export const exceptions: Partial<Record<keyof typeof calls, Partial<Row>>> = {
  listAllWorkLogs: { team: 403, manager: 403 },
  getWorkLog: { manager: 404 },
  changeWorkLog: changeOfWorkLog,
  deleteWorkLog: changeOfWorkLog,
  restoreWorkLog: changeOfWorkLog,
  // A week of somebody else.
  getTimeWeekDifferences: { team: 404 },
  deleteExplorerLayout: ofTeamOnly,
  // Worklogs of `team`, with a budget, which the roles from Budget on set.
  changeWorkLogs: { team: 403, product: 403, budget: 403, manager: 403 },
  deleteWorkLogs: changeOfWorkLog,
  changeCalendarSource: ofTeamOnly,
  deleteCalendarSource: ofTeamOnly,
  restoreWorkLogs: changeOfWorkLog,
  changeReportSchedule: ofTeamOnly,
  deleteReportSchedule: ofTeamOnly,
  runReportSchedule: ofTeamOnly,
  // Reports of `team` that nobody else sees.
  changeReport: ofTeamOnly,
  deleteReport: ofTeamOnly,
  shareReport: ofTeamOnly,
  unshareReport: ofTeamOnly,
  // Everybody’s weeks.
  listTimeWeeks: { team: 403 },
  listTimeWeekWorkLogs: { team: 403 },
  unpairApp: ofTeamOnly,
  // Administrators end everyone’s.
  revokeToken: { ...ofTeamOnly, administrator: 200 },
  // With a token there is no session of one’s own, and no password is set.
  setPassword: { none: 403, team: 403, product: 403, budget: 403, administrator: 403, manager: 403 },
  endSession: { none: 404, team: 404, ...ofTeamOnly },
};

/** Questions that need more than their call: the query added to the call's sample, and who may then ask. */
export const questions: { id: keyof typeof calls; query: Record<string, boolean>; access: Access }[] = [
  { id: 'listTokens', query: { $all: true }, access: 'administrator' },
];

/** What is expected of an operation; in the area `auth` also people without a role are known. */
export function rowOf(access: Access, isAuth: boolean, differing: Partial<Row> = {}): Row {
  const knows = isAuth && access === 'user' ? { none: 200 } : {};
  return { ...byAccess[access], ...knows, ...differing };
}

/** The person of a kind. */
export function personOf({ people }: TestServer, kind: Kind): TestPerson | null {
  return kind === 'nobody' ? null : people[kind];
}
