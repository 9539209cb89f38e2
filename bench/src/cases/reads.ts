import type { Client } from 'pg';
import { asPerson, fillPeople, fillWorkLogs, PEOPLE } from '../data/people.ts';
import { onStage, type Stage } from '../data/stage.ts';
import { fillWorkItems } from '../data/work-items.ts';
import type { LoadRequest } from '../load/messages.ts';
import { atLeast, type Figure, perSecond } from '../report/line.ts';
import { compare } from '../report/rounds.ts';
import { start } from './tracking.ts';

const ROUNDS = 7;
const SECONDS = 1;
const CLIENTS = 16;

/** `current`, the one latest worklog and the usual twenty, each against one row by its primary key. */
export function reads(): AsyncIterable<Figure> {
  return onStage(async (database) => {
    await fillPeople(database);
    await fillWorkItems(database, 5_000, PEOPLE);
    await fillWorkLogs(database, 100, 5_000);
  }, measure);
}

async function* measure({ ours, anchor, load, database }: Stage): AsyncGenerator<Figure> {
  await load.latencies(
    ours,
    Array.from({ length: PEOPLE }, (_, person) => start(person)),
  );
  const rows = await workLogIds(database);
  for (const [call, clients] of [
    ['current', 1],
    ['current', CLIENTS],
    ['latest/1', 1],
    ['latest/1', CLIENTS],
    ['latest', 1],
    ['latest', CLIENTS],
  ] as const) {
    const calls = spread(clients, (person) => get(`/api/tracking/client/${call}?api-version=3.2`, person));
    const oneRow = spread(clients, (person) => get(`/work-logs/${rows[person % rows.length]}`, person));
    const {
      ours: own,
      anchor: other,
      ratio,
    } = await compare(
      ROUNDS,
      () => load.throughput(ours, calls, SECONDS),
      () => load.throughput(anchor, oneRow, SECONDS),
    );
    yield {
      name: `reads: ${call}, ${clients} at a time`,
      ours: perSecond(own),
      anchor: perSecond(other),
      ratio,
      target: atLeast(ratio, 0.6),
    };
  }
}

function get(path: string, person: number): LoadRequest {
  return { method: 'GET', path, headers: asPerson(person) };
}

/** The requests of all people, dealt to as many clients. */
function spread(clients: number, request: (person: number) => LoadRequest): LoadRequest[][] {
  return Array.from({ length: clients }, (_, client) =>
    Array.from({ length: PEOPLE / clients }, (__, index) => request(index * clients + client)),
  );
}

async function workLogIds(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>('select id from work_log limit $1', [PEOPLE]);
  return rows.map(({ id }) => id);
}
