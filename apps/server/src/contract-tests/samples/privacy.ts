import { somebody, workLog } from '../sample-parts.ts';
import type { Samples } from '../sample.ts';

export const privacySamples = {
  exportMe: async ({ stint }) => {
    await workLog(stint);
    return { person: stint.people.team };
  },
  exportUser: ({ stint: { people } }) => ({ person: people.administrator, params: { id: people.team.id } }),
  eraseUser: async ({ stint }) => {
    const { id } = await somebody(stint);
    return { person: stint.people.administrator, params: { id }, body: { confirm: id } };
  },
  exportOrganization: ({ stint: { people } }) => ({ person: people.administrator }),
} satisfies Samples;
