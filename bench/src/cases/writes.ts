import { asPerson, fillPeople } from '../data/people.ts';
import { fillRules, separateWorkLogs } from '../data/rules.ts';
import { onStage, type Stage } from '../data/stage.ts';
import type { LoadRequest } from '../load/messages.ts';
import { atLeast, type Figure, perSecond } from '../report/line.ts';
import { compare } from '../report/rounds.ts';

const ROUNDS = 7;
const SECONDS = 1.5;

/** `POST workLogs`, durable, with its audit row, against one durable insert of the same row. */
export async function* writes(): AsyncGenerator<Figure> {
  yield* onStage(fillPeople, measure);
  yield* onStage(fillRules, measureWithRules);
}

async function* measure(stage: Stage): AsyncGenerator<Figure> {
  for (const clients of [1, 16]) {
    const requests = (path: string) =>
      Array.from({ length: clients }, (_, client) => [newWorkLog(path, client)]);
    yield await against(stage, `writes: POST workLogs, ${clients} at a time`, requests);
  }
}

async function* measureWithRules(stage: Stage): AsyncGenerator<Figure> {
  const next = separateWorkLogs();
  for (const clients of [1, 16]) {
    const requests = (path: string) => next(path, clients);
    yield await against(stage, `writes: with all rules on, ${clients} at a time`, requests);
  }
}

async function against(
  { ours, anchor, load }: Stage,
  name: string,
  requests: (path: string) => LoadRequest[][],
): Promise<Figure> {
  const {
    ours: own,
    anchor: other,
    ratio,
  } = await compare(
    ROUNDS,
    () => load.throughput(ours, requests('/api/rest/workLogs?api-version=3.2'), SECONDS),
    () => load.throughput(anchor, requests('/work-logs'), SECONDS),
  );
  return { name, ours: perSecond(own), anchor: perSecond(other), ratio, target: atLeast(ratio, 0.6) };
}

/** The request that adds a worklog of half an hour for the person of this number. */
export function newWorkLog(path: string, person: number): LoadRequest {
  return {
    method: 'POST',
    path,
    headers: { ...asPerson(person), 'content-type': 'application/json' },
    body: JSON.stringify({
      timestamp: '2026-03-09T09:30:00',
      length: 1800,
      workItemId: 1000 + person,
      comment: 'Reviewed the change and tried it out',
    }),
  };
}
