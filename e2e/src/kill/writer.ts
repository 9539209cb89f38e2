import { randomUUID } from 'node:crypto';
import type { PatientClient } from './patient-client.ts';

/** Something that asks for changes until it is told to stop. */
export interface Busy {
  /** Resolves when the last request is acknowledged; rejects when one was answered wrongly. */
  stop(): Promise<void>;
}

/** What was acknowledged: ids of worklogs by their comments, which are all different. */
export type Acknowledged = Map<string, string>;

interface Data<Value> {
  data: Value;
}

/**
 * Writes worklogs one after the other, in turns with a client-made id, with an Idempotency-Key, and three at once with
 * a key; notes what was acknowledged.
 */
export function startWriter(client: PatientClient, name: string, acknowledged: Acknowledged): Busy {
  return keepBusy(async (turn) => {
    const worklog = (part = '') => ({
      timestamp: '2026-03-09T09:30:00',
      length: 60 + turn,
      workItemId: 7,
      comment: `${name} ${turn}${part}`,
    });
    const path = '/api/rest/workLogs';
    if (turn % 3 === 0) {
      const body = { ...worklog(), id: randomUUID() };
      const { data } = await client.ask<Data<{ id: string }>>({ method: 'POST', path, body });
      if (data.id !== body.id) throw new Error(`asked for the id ${body.id}, got ${data.id}`);
      acknowledged.set(body.comment, data.id);
      return;
    }
    const isBatch = turn % 3 === 2;
    const bodies = isBatch ? ['a', 'b', 'c'].map(worklog) : [worklog()];
    const request = isBatch ? { path: `${path}/batch`, body: bodies } : { path, body: bodies[0] };
    const answer = await client.ask<Data<Written | Written[]>>({
      method: 'POST',
      ...request,
      idempotencyKey: randomUUID(),
    });
    for (const { comment, id } of [answer.data].flat()) acknowledged.set(comment, id);
  });
}

interface Written {
  id: string;
  comment: string;
}

/** Starts and stops a track again and again; notes the worklogs that the acknowledged stops became. */
export function startTracker(client: PatientClient, acknowledged: Acknowledged): Busy {
  const ask = (call: string, body: unknown) =>
    client.ask<TrackState>({
      method: 'POST',
      path: `/api/tracking/client/${call}`,
      body,
      idempotencyKey: randomUUID(),
    });
  return keepBusy(async (turn) => {
    const body = { timeZone: 60, tfsId: 7, remark: `track ${turn}`, activityTypeId: '' };
    const started = await ask('startTracking', body);
    if (started.track.trackingState !== 'tracking')
      throw new Error(`not tracking: ${JSON.stringify(started.track)}`);
    const stopped = await ask('stopTracking', '');
    if (stopped.track.workLogId === null) throw new Error(`nothing was booked: ${JSON.stringify(stopped)}`);
    acknowledged.set(body.remark, stopped.track.workLogId);
  });
}

/** The part of the tracking state that these tests look at (api.md 4). */
export interface TrackState {
  track: {
    trackingState: string;
    currentTrackStartedDateTime: string | null;
    currentTrackLength: number;
    workLogId: string | null;
  };
}

function keepBusy(work: (turn: number) => Promise<void>): Busy {
  const stopping = new AbortController();
  const working = (async () => {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) await work(turn);
  })();
  // Told by stop; until then it must not count as unhandled.
  working.catch(() => undefined);
  return {
    stop() {
      stopping.abort();
      return working;
    },
  };
}
