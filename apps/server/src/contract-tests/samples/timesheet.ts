import type { Samples } from '../sample.ts';
import { somebody } from '../sample-parts.ts';

export const timesheetSamples = {
  getTimesheet: ({ stint: { people } }) => ({
    person: people.team,
    query: {
      $from: '2026-03-02',
      $to: '2026-03-08',
      $project: 'Atlas',
      $iterations: true,
      $mine: true,
      $weeks: 2,
      $parents: true,
    },
  }),
  copyTimesheetWeek: async ({ stint }) => {
    const person = await somebody(stint);
    const body = { length: 600, comment: 'again', timestamp: '2026-03-03T08:00:00' };
    await stint.ask(person, 'POST', '/api/rest/workLogs', body);
    return { person, body: { weekStart: '2026-03-09', fromWeekStart: '2026-03-02' } };
  },
  listIterations: ({ stint: { people } }) => ({
    person: people.team,
    query: { $project: 'Atlas', $from: '2026-01-01', $to: '2026-03-31' },
  }),
  getIteration: async ({ stint }) => {
    const path = 'Atlas\\Sprint of the samples';
    const row = { organization_id: stint.organizationId, path, project: 'Atlas' };
    await stint.server.dependencies.database.system
      .insertInto('iteration')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { person: stint.people.team, query: { $path: path } };
  },
} satisfies Samples;
