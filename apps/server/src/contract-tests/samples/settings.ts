import { somebody } from '../sample-parts.ts';
import type { Samples } from '../sample.ts';

export const settingsSamples = {
  getSettings: ({ stint: { people } }) => ({ person: people.team }),
  changeSettings: ({ stint: { people } }) => ({
    person: people.administrator,
    body: { durationFormat: '0.00', longestTrack: null },
  }),
  getOwnSettings: ({ stint: { people } }) => ({ person: people.team }),
  changeOwnSettings: ({ stint: { people } }) => ({
    person: people.team,
    body: { durationFormat: 'HH:MM', locale: null, timeZone: 'Europe/Berlin' },
  }),
  getUserSettings: ({ stint: { people } }) => ({
    person: people.administrator,
    params: { id: people.team.id },
  }),
  changeUserSettings: async ({ stint }) => ({
    person: stint.people.administrator,
    params: { id: (await somebody(stint)).id },
    body: { locale: 'de', favouriteActivityTypeIds: [] },
  }),
  getMaintenance: ({ stint: { people } }) => ({ person: people.administrator }),
  setMaintenance: ({ stint: { people } }) => ({
    person: people.administrator,
    body: { operation: 'active', message: '' },
  }),
} satisfies Samples;
