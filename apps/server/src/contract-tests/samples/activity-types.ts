import type { TestServer } from '../../testing/test-server.ts';
import { textOf } from '../../testing/browser.ts';
import type { Samples } from '../sample.ts';
import { unique } from '../sample-parts.ts';

async function activityType(stint: TestServer): Promise<string> {
  const body = { name: `Type of ${unique()}`, color: '336699' };
  return textOf(
    (await stint.ask(stint.people.administrator, 'POST', '/api/rest/activityTypes', body)).body['data']?.[
      'id'
    ],
  );
}

async function allIds(stint: TestServer): Promise<string[]> {
  const { body } = await stint.ask(stint.people.team, 'GET', '/api/rest/activityTypes');
  const { activityTypes } = body['data'] as unknown as { activityTypes: { id: string }[] };
  return activityTypes.map(({ id }) => id);
}

export const activityTypeSamples = {
  listActivityTypes: ({ stint: { people } }) => ({ person: people.team }),
  getActivityType: ({ stint: { people } }) => ({
    person: people.team,
    params: { id: '00000000-0000-0000-0000-000000000000' },
  }),
  addActivityType: ({ stint: { people } }) => ({
    person: people.administrator,
    body: { name: `Type of ${unique()}`, color: '#336699', position: 1 },
  }),
  changeActivityType: async ({ stint }) => ({
    person: stint.people.administrator,
    params: { id: await activityType(stint) },
    body: { name: `Type of ${unique()}`, color: '993366' },
  }),
  orderActivityTypes: async ({ stint }) => ({
    person: stint.people.administrator,
    body: { ids: (await allIds(stint)).toReversed() },
  }),
  setDefaultActivityType: ({ stint: { people } }) => ({
    person: people.administrator,
    body: { id: '00000000-0000-0000-0000-000000000000' },
  }),
  deleteActivityType: async ({ stint }) => ({
    person: stint.people.administrator,
    params: { id: await activityType(stint) },
    query: { $replacementId: '00000000-0000-0000-0000-000000000000' },
  }),
} satisfies Samples;
