import { asPerson, fillPeople, fillWorkLogs, PEOPLE } from '../data/people.ts';
import { onStage, type Stage } from '../data/stage.ts';
import { fillWorkItems } from '../data/work-items.ts';
import type { LoadRequest } from '../load/messages.ts';
import { atLeast, type Figure, perSecond } from '../report/line.ts';
import { compare } from '../report/rounds.ts';
import { newWorkLog } from './writes.ts';

const ROUNDS = 7;
const SECONDS = 1.5;
export const ITEMS = 5_000;

/** `startTracking` and `stopTracking`, both durable, against two durable inserts. */
export function tracking(): AsyncIterable<Figure> {
  return onStage(async (database) => {
    await fillPeople(database);
    await fillWorkItems(database, ITEMS, PEOPLE);
    await fillWorkLogs(database, 100, ITEMS);
  }, measure);
}

async function* measure({ ours, anchor, load }: Stage): AsyncGenerator<Figure> {
  for (const clients of [1, 16]) {
    const inserts = Array.from({ length: clients }, (_, client) => [newWorkLog('/work-logs', client)]);
    const {
      ours: own,
      anchor: other,
      ratio,
    } = await compare(
      ROUNDS,
      async () => (await load.throughput(ours, pairsOf(clients), SECONDS)) / 2,
      async () => (await load.throughput(anchor, inserts, SECONDS)) / 2,
    );
    yield {
      name: `tracking: start and stop, ${clients} at a time`,
      ours: perSecond(own),
      anchor: perSecond(other),
      ratio,
      target: atLeast(ratio, 0.5),
    };
  }
}

/** All people in turn, each with another one of the work items: nobody tracks a thousand times a day. */
export function pairsOf(clients: number): LoadRequest[][] {
  return Array.from({ length: clients }, (_, client) => {
    const people = Array.from({ length: PEOPLE / clients }, (__, index) => index * clients + client);
    return people.flatMap((person) => [start(person), stop(person)]);
  });
}

/** The request that starts tracking on a work item of the person's own. */
export function start(person: number): LoadRequest {
  const body = { timeZone: 60, tfsId: 1 + ((person * 37) % ITEMS), remark: 'On it', activityTypeId: '' };
  return {
    ...stop(person),
    path: '/api/tracking/client/startTracking?api-version=3.2',
    body: JSON.stringify(body),
  };
}

function stop(person: number): LoadRequest {
  const headers = { ...asPerson(person), 'content-type': 'application/json' };
  return { method: 'POST', path: '/api/tracking/client/stopTracking/0?api-version=3.2', headers, body: '""' };
}
