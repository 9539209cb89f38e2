import { textOf } from '../../testing/browser.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { Samples } from '../sample.ts';
import { unique } from '../sample-parts.ts';

/** As the widget gallery has them, with fields that nobody knows. */
const widgets = [
  {
    type: 'Pie',
    id: '',
    title: 'Activity',
    subTitle: null,
    query: '$apply=groupby((ActivityType/Name),aggregate(PeriodLength with sum as PeriodLength))',
    endpoint: 'workLogsOnly',
    odataVersion: 'v3.2',
    categoryField: 'ActivityType.Name',
    valueField: 'PeriodLength',
    chartSettings: { showLegend: true, innerRadius: 30 },
    timeframeFilter: { from: null, to: null, filterType: 'Month' },
    w: 4,
    h: 2,
    x: 0,
    y: 0,
  },
];

async function report(stint: TestServer, visibility = 'private'): Promise<string> {
  const body = { name: `Report of ${unique()}`, visibility, widgets };
  const answer = await stint.ask(stint.people.team, 'POST', '/api/rest/reports', body);
  return textOf(answer.body['data']?.['id']);
}

async function shared(stint: TestServer, visibility?: string): Promise<{ id: string; shareId: string }> {
  const id = await report(stint, visibility);
  const { body } = await stint.ask(stint.people.team, 'POST', `/api/rest/reports/${id}/share`);
  return { id, shareId: textOf(body['data']?.['shareId']) };
}

export const reportSamples = {
  listReports: async ({ stint }) => {
    await report(stint);
    return { person: stint.people.team };
  },
  getReport: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await report(stint, 'organization') },
  }),
  getSharedReport: async ({ stint }) => ({
    person: stint.people.team,
    params: { shareId: (await shared(stint)).shareId },
  }),
  addReport: ({ stint: { people } }) => ({
    person: people.team,
    body: {
      name: `Report of ${unique()}`,
      description: 'Where it goes',
      scope: 'Project',
      project: 'Atlas',
      timeframeFilter: { filterType: 'Week' },
      widgets,
    },
  }),
  changeReport: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await report(stint) },
    body: { visibility: 'organization', widgets: [] },
    headers: { 'if-match': '"1"' },
  }),
  deleteReport: async ({ stint }) => ({ person: stint.people.team, params: { id: await report(stint) } }),
  copyReport: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: await report(stint, 'organization') },
    body: { name: 'Copy' },
  }),
  orderReports: async ({ stint }) => ({
    person: stint.people.team,
    body: { ids: [await report(stint), await report(stint)] },
  }),
  shareReport: async ({ stint }) => ({ person: stint.people.team, params: { id: await report(stint) } }),
  unshareReport: async ({ stint }) => ({
    person: stint.people.team,
    params: { id: (await shared(stint)).id },
  }),
} satisfies Samples;
