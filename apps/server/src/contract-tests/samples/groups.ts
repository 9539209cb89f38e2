import { textOf } from '../../testing/browser.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { somebody, unique } from '../sample-parts.ts';
import type { Samples } from '../sample.ts';

/** A group of the source stint with one member; answers both ids. */
async function group(stint: TestServer): Promise<{ id: string; member: string }> {
  const { administrator } = stint.people;
  const { id: member } = await somebody(stint);
  const made = await stint.ask(administrator, 'POST', '/api/rest/groups', { name: `group of ${unique()}` });
  const id = textOf(made.body['data']?.['id']);
  await stint.ask(administrator, 'PUT', `/api/rest/groups/${id}/members`, { ids: [member] });
  return { id, member };
}

async function ofGroup(stint: TestServer) {
  const { id } = await group(stint);
  return { person: stint.people.administrator, params: { id } };
}

export const groupSamples = {
  listGroups: async ({ stint }) => {
    await group(stint);
    return { person: stint.people.administrator, query: { $count: 2, $skip: 0 } };
  },
  getGroup: async ({ stint }) => ofGroup(stint),
  addGroup: ({ stint: { people } }) => ({
    person: people.administrator,
    body: { name: `Leads ${unique()}`, source: 'openid', externalId: unique(), role: 'Product' },
  }),
  changeGroup: async ({ stint }) => ({
    ...(await ofGroup(stint)),
    body: { name: `Renamed ${unique()}`, role: 'Budget' },
  }),
  deleteGroup: async ({ stint }) => ofGroup(stint),
  listGroupMembers: async ({ stint }) => ({
    ...(await ofGroup(stint)),
    query: { $count: 5, $expand: 'user.displayName' },
  }),
  setGroupMembers: async ({ stint }) => ({
    ...(await ofGroup(stint)),
    body: { ids: [(await somebody(stint)).id] },
  }),
  addGroupMember: async ({ stint }) => ({
    ...(await ofGroup(stint)),
    body: { id: (await somebody(stint)).id },
  }),
  removeGroupMember: async ({ stint }) => {
    const { id, member } = await group(stint);
    return { person: stint.people.administrator, params: { id, personId: member } };
  },
  findAzureDevOpsGroups: async ({ stint, simulatorUrl: url }) => {
    const { administrator } = stint.people;
    await stint.ask(administrator, 'PUT', '/api/rest/connection', { url, pat: 'simulator' });
    return { person: administrator, query: { $search: 'contrib' } };
  },
} satisfies Samples;
