import type { Client } from 'pg';
import { fillPeople, fillWorkLogs, PEOPLE } from '../data/people.ts';
import { onStage, type Stage } from '../data/stage.ts';
import { fillWorkItems } from '../data/work-items.ts';
import type { LoadRequest } from '../load/messages.ts';
import type { Figure } from '../report/line.ts';
import { connectionsTime } from '../report/processor-time.ts';
import { compare } from '../report/rounds.ts';
import { ITEMS, pairsOf } from './tracking.ts';
import { newWorkLog } from './writes.ts';

const ROUNDS = 9;
const SECONDS = 1.5;

/** What stands between a write and those who are to be told of it; see `0009_live.sql`. */
const situations = {
  'nobody connected': null,
  'told by NOTIFY': 'notify',
  'told by a table, for Redis': 'table',
} as const;

/** What it costs a write, in PostgreSQL, that the live hub is told of it: with the triggers, and without them. */
export function live(): AsyncIterable<Figure> {
  return onStage(async (database) => {
    await fillPeople(database);
    await fillWorkItems(database, ITEMS, PEOPLE);
    await fillWorkLogs(database, 100, ITEMS);
  }, measure);
}

async function* measure(stage: Stage): AsyncGenerator<Figure> {
  const writes = {
    'POST workLogs': [[newWorkLog('/api/rest/workLogs?api-version=3.2', 0)]],
    'start and stop': pairsOf(1),
  };
  for (const [name, requests] of Object.entries(writes)) {
    for (const [situation, carrier] of Object.entries(situations)) {
      const { ours, anchor, ratio } = await compare(
        ROUNDS,
        () => timeOfWrite(stage, requests, { triggers: 'enable', carrier }),
        () => timeOfWrite(stage, requests, { triggers: 'disable', carrier: null }),
      );
      yield { name: `live: ${name}, ${situation}`, ours: time(ours), anchor: time(anchor), ratio: 1 / ratio };
    }
  }
}

interface Setting {
  readonly triggers: 'enable' | 'disable';
  /** How a process that people are connected to wants to be told; null without one. */
  readonly carrier: 'notify' | 'table' | null;
}

/** Microseconds of PostgreSQL's connections for one request. */
async function timeOfWrite(
  { ours, load, database }: Stage,
  requests: LoadRequest[][],
  setting: Setting,
): Promise<number> {
  await set(database, setting);
  const before = await connectionsTime(database);
  const perSecond = await load.throughput(ours, requests, SECONDS);
  return ((await connectionsTime(database)) - before) / (perSecond * SECONDS);
}

async function set(database: Client, { triggers, carrier }: Setting): Promise<void> {
  await database.query(`alter table work_log ${triggers} trigger tell_added`);
  await database.query(`alter table work_log ${triggers} trigger tell_changed`);
  await database.query(`alter table track ${triggers} trigger tell`);
  await database.query('truncate live_process, live_event');
  await database.query(carrier === null ? 'unlisten stint_live' : 'listen stint_live');
  if (carrier === null) return;
  await database.query('insert into live_process (id, carrier) values (gen_random_uuid(), $1)', [carrier]);
}

function time(microseconds: number): string {
  return `${microseconds.toFixed(0)} µs`;
}
