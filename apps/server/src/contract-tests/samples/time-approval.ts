import { addDays, readWallDate, weekStart } from '@stint/domain';
import { textOf } from '../../testing/browser.ts';
import type { TestPerson, TestServer } from '../../testing/test-server.ts';
import type { MakeSample, Samples } from '../sample.ts';
import { somebody } from '../sample-parts.ts';

/** The first day of the week before this one, so that it may be submitted. */
function lastWeek(): string {
  const today = readWallDate(new Date().toISOString().slice(0, 10));
  if (today === null) throw new Error('today is no day');
  return addDays(weekStart(today), -7);
}

/** A person with a submitted week. */
async function submitter(stint: TestServer): Promise<{ person: TestPerson; id: string }> {
  const person = await somebody(stint);
  await stint.ask(person, 'POST', '/api/rest/timeApproval/week', { weekStart: lastWeek() });
  const weeks = await stint.ask(
    person,
    'GET',
    `/api/rest/timeApproval/weeks?$fromTimestamp=${lastWeek()}&$toTimestamp=${lastWeek()}`,
  );
  return { person, id: textOf(weeks.body['data']?.['0']?.['id']) };
}

/** Decides about two submitted weeks, one by its id and one by its person and day, after other decisions about them. */
function decision(...before: string[]): MakeSample {
  return async ({ stint }) => {
    const [one, two] = [await submitter(stint), await submitter(stint)];
    const weeks = [{ id: one.id }, { userId: two.person.id, weekStart: lastWeek() }];
    const person = stint.people.manager;
    for (const act of before)
      await stint.ask(person, 'POST', `/api/rest/timeApproval/week/${act}`, { weeks, comment: 'before' });
    return { person, body: { weeks, comment: 'as agreed' } };
  };
}

export const timeApprovalSamples = {
  submitTimeWeek: async ({ stint }) => ({
    person: await somebody(stint),
    body: { weekStart: lastWeek(), assignedManagerId: stint.people.manager.id },
  }),
  revokeTimeWeek: async ({ stint }) => ({
    person: (await submitter(stint)).person,
    query: { weekStart: lastWeek() },
  }),
  listTimeApprovals: async ({ stint }) => {
    await submitter(stint);
    return {
      person: stint.people.manager,
      query: { $count: 5, $fromTimestamp: '2020-01-01', $state: '1,3', $expand: 'user.displayName' },
    };
  },

  approveTimeWeeks: decision(),
  reopenTimeWeeks: decision('approve'),
  rejectTimeWeeks: decision(),
  closeTimeWeeks: decision('approve'),
  lockTimeWeeks: decision('reopen'),
  unlockTimeWeeks: decision('reopen', 'lock'),

  listTimeWeeks: async ({ stint }) => {
    const { person } = await submitter(stint);
    return { person: stint.people.product, query: { $userId: person.id, $fromTimestamp: lastWeek() } };
  },
  listTimeWeekWorkLogs: async ({ stint }) => {
    const { person } = await submitter(stint);
    return { person: stint.people.product, query: { $userId: person.id, weekStart: lastWeek() } };
  },
  listUnsubmittedTimeWeeks: async ({ stint }) => {
    const body = { length: 60, comment: 'not submitted', timestamp: `${lastWeek()}T08:00:00` };
    await stint.ask(await somebody(stint), 'POST', '/api/rest/workLogs', body);
    return { person: stint.people.manager, query: { $count: 5, $fromTimestamp: lastWeek() } };
  },

  countPendingTimeWeeks: async ({ stint }) => {
    await submitter(stint);
    return { person: stint.people.manager };
  },
  getTimeWeekDifferences: async ({ stint }) => ({
    person: stint.people.manager,
    params: { id: (await submitter(stint)).id },
  }),

  listApprovalManagers: ({ stint: { people } }) => ({ person: people.team }),
  setApprovalManager: async ({ stint }) => ({
    person: stint.people.administrator,
    params: { id: (await somebody(stint)).id },
    body: { isApprovalManager: true, isGlobalApprovalManager: false },
  }),
  listApprovalPeople: ({ stint: { people } }) => ({ person: people.administrator, query: { $count: 3 } }),
  setApprovalPerson: async ({ stint }) => ({
    person: stint.people.administrator,
    params: { id: (await somebody(stint)).id },
    body: { approvalManagerId: stint.people.manager.id },
  }),
} satisfies Samples;
