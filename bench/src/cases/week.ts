import { addDays, type WallDate, weekStart } from '@stint/domain';
import { asAdministrator, fillOneLarge } from '../data/large.ts';
import { type Closing, startInstallation } from '../data/installation.ts';
import { type Load, startLoad } from '../load/load.ts';
import type { LoadRequest } from '../load/messages.ts';
import { type Figure, milliseconds, within } from '../report/line.ts';
import { percentile } from '../report/statistics.ts';

const WORKLOGS = Number(process.env['STINT_BENCH_WORKLOGS'] ?? 1_000_000);
const WEEKS = 30;
const MOST_MILLISECONDS = 100;

/** What the page Week asks for a week of one’s own, by what it is for (`useWeekData`). */
const QUESTIONS = {
  'entries with their work items': (monday: WallDate) =>
    `timesheet?$from=${addDays(monday, -7)}&$to=${addDays(monday, 6)}`,
  'state of the week': (monday: WallDate) =>
    `timeApproval/weeks?$fromTimestamp=${monday}&$toTimestamp=${addDays(monday, 6)}`,
  'events of calendars': (monday: WallDate) => `calendar/events?$from=${monday}&$to=${addDays(monday, 6)}`,
} as const;

/**
 * The data of the page Week for thirty weeks of somebody in the large organization (`npm run seed:large`), each call alone on its
 * connection, and one after the other together. `STINT_BENCH_WORKLOGS` makes the organization smaller.
 */
export async function* week(): AsyncGenerator<Figure> {
  const closing: Closing = [];
  try {
    const { ours, connection, database } = await startInstallation(closing);
    await fillOneLarge(connection, database, WORKLOGS);
    await database.query('vacuum analyze');
    const load = startLoad();
    closing.push(() => load.close());
    yield* measure(ours.address, load);
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

async function* measure(address: string, load: Load): AsyncGenerator<Figure> {
  const current = weekStart(new Date().toISOString().slice(0, 10) as WallDate, 1);
  const mondays = Array.from({ length: WEEKS }, (_, weeks) => addDays(current, -7 * weeks));
  const together = mondays.map(() => 0);
  for (const [name, addressOf] of Object.entries(QUESTIONS)) {
    const requests = mondays.map((monday) => asked(addressOf(monday)));
    // The first answers are those of a server that was just started.
    await load.latencies(address, requests.slice(0, 3));
    const times = await load.latencies(address, requests);
    for (const [index, time] of times.entries()) together[index] = (together[index] ?? 0) + time;
    yield figureOf(name, times);
  }
  yield figureOf('all of these, one after the other', together);
}

function asked(path: string): LoadRequest {
  const url = `/api/large/rest/${path}&api-version=3.2`;
  return { method: 'GET', path: url, headers: asAdministrator };
}

function figureOf(name: string, times: readonly number[]): Figure {
  const p95 = percentile(times, 0.95);
  return {
    name: `week: ${name}`,
    ours: `p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(p95)}`,
    anchor: '–',
    ratio: null,
    target: within(p95, MOST_MILLISECONDS),
  };
}
