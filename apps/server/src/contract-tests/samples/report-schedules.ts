import { textOf } from '../../testing/browser.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { Samples } from '../sample.ts';

/** The built-in Personal Overview. */
const REPORT = '7e9027a0-0000-4000-8000-000000000001';

const plan = { reportId: REPORT, frequency: 'weekly', weekday: 1, timeOfDay: '07:30' };

/** A plan of `team`; people have at most fifty. */
async function schedule(stint: TestServer): Promise<string> {
  const { team } = stint.people;
  await forget(stint);
  const { body } = await stint.ask(team, 'POST', '/api/rest/reportSchedules', plan);
  return textOf(body['data']?.['id']);
}

async function forget({ server }: TestServer): Promise<void> {
  await server.dependencies.database.system.deleteFrom('report_schedule').execute();
}

export const reportScheduleSamples = {
  listReportSchedules: async ({ stint }) => {
    await schedule(stint);
    return { person: stint.people.team };
  },
  addReportSchedule: async ({ stint }) => {
    await forget(stint);
    const { team, product } = stint.people;
    return {
      person: team,
      body: { ...plan, recipientIds: [team.id, product.id], attachment: 'xlsx', isEnabled: true },
    };
  },
  changeReportSchedule: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await schedule(stint) },
    body: { frequency: 'monthly', monthDay: 31, attachment: 'csv' },
  }),
  deleteReportSchedule: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await schedule(stint) },
  }),
  runReportSchedule: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await schedule(stint) },
  }),
} satisfies Samples;
