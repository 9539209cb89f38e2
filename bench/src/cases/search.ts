import { asPerson, fillPeople, fillWorkLogs, PEOPLE } from '../data/people.ts';
import { onStage, type Stage } from '../data/stage.ts';
import { fillWorkItems, RARE_WORD } from '../data/work-items.ts';
import type { LoadRequest } from '../load/messages.ts';
import { type Figure, milliseconds, within } from '../report/line.ts';
import { percentile } from '../report/statistics.ts';

const ITEMS = 100_000;
const QUERIES = 200;
const WARM_UP = 20;
const MOST_MILLISECONDS = 50;

/** What people type, by its kind; `place` counts the queries. */
const kinds: Record<string, (place: number) => string> = {
  'nothing yet': () => '',
  'one letter': (place) => 'abcdefimoprstuw'.charAt(place % 15),
  'a common word': (place) => ['add', 'change', 'account', 'address', 'archive', 'bug'][place % 6] ?? '',
  'two words': (place) =>
    ['add acc', 'change address', 'the basket', 'check alert', 'price mobile'][place % 5] ?? '',
  'an id': (place) => String(1 + ((place * 7_919) % ITEMS)),
  'a rare word': (place) => `${RARE_WORD}${(1 + (place % 100)) * 1000}`,
  'no hit': (place) => `xq${place}zv`,
};

/** `searchByQuery` among 100,000 work items against one row by its id, each alone on its connection. */
export function search(): AsyncIterable<Figure> {
  return onStage(async (database) => {
    await fillPeople(database);
    await fillWorkItems(database, ITEMS, PEOPLE);
    await fillWorkLogs(database, 300, ITEMS);
  }, measure);
}

async function* measure({ ours, anchor, load }: Stage): AsyncGenerator<Figure> {
  const items = Array.from({ length: QUERIES }, (_, place) => oneRow(place));
  await load.latencies(anchor, items.slice(0, WARM_UP));
  const all: number[] = [];
  const allAnchor: number[] = [];
  for (const [kind, query] of Object.entries(kinds)) {
    const requests = Array.from({ length: QUERIES }, (_, place) => searchFor(query(place), place));
    await load.latencies(ours, requests.slice(0, WARM_UP));
    const times: number[] = [];
    const anchorTimes: number[] = [];
    for (const half of [0, QUERIES / 2]) {
      times.push(...(await load.latencies(ours, requests.slice(half, half + QUERIES / 2))));
      anchorTimes.push(...(await load.latencies(anchor, items.slice(half, half + QUERIES / 2))));
    }
    all.push(...times);
    allAnchor.push(...anchorTimes);
    yield figureOf(kind, times, anchorTimes);
  }
  yield figureOf('all together', all, allAnchor);
}

function figureOf(kind: string, times: readonly number[], anchorTimes: readonly number[]): Figure {
  const p95 = percentile(times, 0.95);
  return {
    name: `search: ${kind}`,
    ours: shown(times),
    anchor: shown(anchorTimes),
    ratio: percentile(anchorTimes, 0.95) / p95,
    target: within(p95, MOST_MILLISECONDS),
  };
}

function shown(times: readonly number[]): string {
  return `p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(percentile(times, 0.95))}`;
}

function searchFor(query: string, person: number): LoadRequest {
  const headers = { ...asPerson(person), 'content-type': 'application/json' };
  const path = '/api/tracking/client/searchByQuery?api-version=3.2';
  return { method: 'POST', path, headers, body: JSON.stringify({ query }) };
}

function oneRow(place: number): LoadRequest {
  return { method: 'GET', path: `/work-items/${1 + ((place * 7_919) % ITEMS)}`, headers: {} };
}
