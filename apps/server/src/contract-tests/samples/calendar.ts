import { textOf } from '../../testing/browser.ts';
import type { Ground, Samples } from '../sample.ts';

/** What answers there is no calendar, which is told among the faults. */
const bodyOf = ({ simulatorUrl }: Ground) => ({
  name: 'Work',
  url: `${simulatorUrl}/calendar.ics?key=1`,
  color: 'D13438',
  isEnabled: true,
});

/** A calendar of `team`; people have at most twenty. */
async function source(ground: Ground): Promise<string> {
  const { stint } = ground;
  await stint.server.dependencies.database.system.deleteFrom('calendar_source').execute();
  const { body } = await stint.ask(stint.people.team, 'POST', '/api/rest/calendar/sources', bodyOf(ground));
  return textOf(body['data']?.['id']);
}

export const calendarSamples = {
  listCalendarSources: async (ground) => {
    await source(ground);
    return { person: ground.stint.people.team };
  },
  listCalendarServices: async ({ stint }) => ({ person: stint.people.team }),
  addCalendarSource: async (ground) => {
    await ground.stint.server.dependencies.database.system.deleteFrom('calendar_source').execute();
    return { person: ground.stint.people.team, body: bodyOf(ground) };
  },
  changeCalendarSource: async (ground) => ({
    person: ground.stint.people.team,
    params: { id: await source(ground) },
    body: { name: 'Private', isEnabled: false },
  }),
  deleteCalendarSource: async (ground) => ({
    person: ground.stint.people.team,
    params: { id: await source(ground) },
  }),
  listCalendarEvents: async (ground) => {
    await source(ground);
    return { person: ground.stint.people.team, query: { $from: '2026-03-02', $to: '2026-03-08' } };
  },
} satisfies Samples;
