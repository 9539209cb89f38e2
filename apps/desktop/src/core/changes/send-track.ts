import type { Client } from '@stint/client';
import { calls, type TrackingState } from '@stint/contract';
import { type Instant, instant } from '@stint/domain';
import { type ServerRun, serverTrackOf } from '../tracking/server-track.ts';
import type { AdjustChange, BookChange, StartChange, StopChange, TrimChange } from './change.ts';
import { editOf, readWorkLog, sendBook } from './send-worklog.ts';
import type { Sent } from './sent.ts';

/** What sending needs besides the change. */
export interface Sending {
  readonly client: Client;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Notes that a start is about to reach the server; false when it is no longer what waits. */
  readonly markTried: (id: string) => Promise<boolean>;
}

/** Less than this between what the person saw and what the server noted is only the way through the network; milliseconds. */
const LATE = 1_000;

/**
 * Starts a track. What passed since the person started it is booked beside, so that a start without a connection counts in
 * full; a track that began elsewhere meanwhile goes on, and ours ends where it began.
 */
export async function sendStart(change: StartChange, sending: Sending): Promise<Sent> {
  const { client, now, newId } = sending;
  const before = await current(sending);
  if (before.run !== null && before.run.startedAt > change.at && !isSame(before.run, change)) {
    const earlier = change.isTried ? await earlierTry(change, before.state, sending) : null;
    const follows = booking(change, change.at, (earlier ?? before.run).startedAt, newId());
    return {
      kind: 'done',
      follows,
      state: before.state,
      isSuperseded: true,
      ...(earlier && { run: earlier }),
    };
  }
  if (!change.isTried && !(await sending.markTried(change.id))) return { kind: 'outdated' };
  const { workItemId, comment, activityTypeId, isBillable } = change.subject;
  const { data } = await client.call(calls.startTracking, {
    body: {
      tfsId: workItemId ?? 0,
      remark: comment,
      activityTypeId,
      ...(isBillable !== null && { isBillable }),
    },
    idempotencyKey: change.id,
  });
  const { responseState, responseMessage } = data.trackSettings;
  const { run } = serverTrackOf(data, now());
  if (responseState === 'Error' || responseState === 'AuthError' || run === null)
    return refusedBy(responseState, responseMessage);
  const gap = booking(change, change.at, run.startedAt, newId());
  const { workLogId: other } = before.run ?? run;
  const follows =
    other === run.workLogId || gap.length === 0 ? gap : [...cut(before.run, change.at, newId()), ...gap];
  return { kind: 'done', follows, run, state: await newest(data, sending) };
}

/**
 * Books a track that began and ended without a connection. A person tracks one thing at a time: a track that began elsewhere
 * before ends where ours began, and ours ends where one began elsewhere later.
 */
export async function sendTracked(change: BookChange, sending: Sending): Promise<Sent> {
  const { client, newId } = sending;
  const { startedAt, length } = change;
  const { run } = await current(sending);
  if (run === null || run.startedAt >= startedAt + length * 1000) return sendBook(change, client);
  if (run.startedAt > startedAt)
    return sendBook({ ...change, length: Math.floor((run.startedAt - startedAt) / 1000) }, client);
  const { workLogId, subject } = run;
  // Each goes by itself, so that a booking that is refused leaves no track uncut.
  const stop: StopChange = {
    kind: 'stop',
    id: newId(),
    runId: workLogId,
    workLogId,
    startedAt: run.startedAt,
    at: startedAt,
    reason: 1,
    subject,
  };
  return { kind: 'done', follows: [stop, { ...change, isTracked: false }] };
}

/** Stops exactly the track that the person stopped; another one that runs now is left alone. */
export async function sendStop(change: StopChange, sending: Sending): Promise<Sent> {
  const { client, now, newId } = sending;
  const { workLogId } = change;
  if (workLogId === null) return { kind: 'done', follows: [] };
  const before = await current(sending);
  const trim: TrimChange = {
    kind: 'trim',
    id: newId(),
    workLogId,
    startedAt: change.startedAt,
    until: change.at,
  };
  if (before.run?.workLogId !== workLogId) return { kind: 'done', follows: [trim], state: before.state };
  const { data } = await client.call(calls.stopTracking, {
    query: { $reason: change.reason },
    idempotencyKey: change.id,
  });
  return { kind: 'done', follows: now() - change.at >= LATE ? [trim] : [], state: data };
}

/** Changes the running track, or the worklog that it has become meanwhile. */
export async function sendAdjust(change: AdjustChange, sending: Sending): Promise<Sent> {
  const { workItemId, comment, activityTypeId, isBillable } = change.change;
  if (change.workLogId === null) return { kind: 'done', follows: [] };
  const before = await current(sending);
  if (before.run?.workLogId !== change.workLogId) return becameWorklog(change, change.workLogId, sending);
  const { data } = await sending.client.call(calls.adjustTrack, {
    body: {
      ...(workItemId !== undefined && { tfsId: workItemId ?? 0 }),
      ...(comment !== undefined && { remark: comment }),
      ...(activityTypeId !== undefined && { activityTypeId }),
      ...(typeof isBillable === 'boolean' && { isBillable }),
    },
    idempotencyKey: change.id,
  });
  const { responseState, responseMessage } = data.trackSettings;
  if (responseState === 'Error') return refusedBy(responseState, responseMessage);
  return { kind: 'done', follows: [], state: data };
}

/** Shortens the worklog of a track that the server stopped later than the person did. */
export async function sendTrim(change: TrimChange, { client }: Sending): Promise<Sent> {
  const { workLogId } = change;
  const worklog = await readWorkLog(client, workLogId);
  const length = Math.max(0, Math.floor((change.until - change.startedAt) / 1000));
  if (worklog === null || worklog.length <= length) return { kind: 'done', follows: [] };
  if (length === 0) {
    await client.call(calls.deleteWorkLog, { params: { id: workLogId }, idempotencyKey: change.id });
    return { kind: 'done', follows: [] };
  }
  const body = { length, ...(worklog.flags.isBillable && { billableLength: length }) };
  await client.call(calls.changeWorkLog, { params: { id: workLogId }, body, idempotencyKey: change.id });
  return { kind: 'done', follows: [] };
}

async function becameWorklog(change: AdjustChange, id: string, { client, newId }: Sending): Promise<Sent> {
  const worklog = await readWorkLog(client, id);
  const { workItemId, comment, activityTypeId } = change.change;
  const after = {
    ...(workItemId !== undefined && { workItemId }),
    ...(comment !== undefined && { comment }),
    ...(activityTypeId !== undefined && { activityTypeId }),
  };
  return { kind: 'done', follows: worklog === null ? [] : [editOf(newId(), worklog, after)] };
}

async function current({ client, now }: Sending): Promise<{ state: TrackingState; run: ServerRun | null }> {
  const { data } = await client.call(calls.getCurrentTrack, { query: { $expand: true } });
  return { state: data, run: serverTrackOf(data, now()).run };
}

/** An answer that was given before, and is given again for its key, may be old by now. */
async function newest(state: TrackingState, sending: Sending): Promise<TrackingState> {
  const { run } = serverTrackOf(state, sending.now());
  return run !== null && sending.now() - run.startedAt < LATE ? state : (await current(sending)).state;
}

/** Lets the worklog of a track end where another one began. */
function cut(run: ServerRun | null, until: Instant, id: string): TrimChange[] {
  return run === null
    ? []
    : [{ kind: 'trim', id, workLogId: run.workLogId, startedAt: run.startedAt, until }];
}

/** Whether a track of the server is the one that an earlier try of this start began. */
function isSame(run: ServerRun, { subject }: StartChange): boolean {
  return (
    run.subject.workItemId === subject.workItemId &&
    run.subject.comment === subject.comment &&
    run.subject.activityTypeId === subject.activityTypeId
  );
}

/** The worklog of the track that an earlier try of this start began, when something else has taken its place since. */
async function earlierTry(
  { at, subject }: StartChange,
  { track }: TrackingState,
  { client }: Sending,
): Promise<{ workLogId: string; startedAt: Instant } | null> {
  const { workLogs } = await client.call(calls.listLatestTracks, { query: { $count: 50 } });
  for (const { id, remark, startTime, activityTypeId, workItem } of workLogs) {
    const startedAt = instant(Date.parse(`${startTime.slice(0, 23)}Z`) - track.trackTimeZone * 60_000);
    const isAlike =
      remark === subject.comment &&
      activityTypeId === subject.activityTypeId &&
      (workItem?.id ?? null) === subject.workItemId;
    if (isAlike && startedAt >= at - LATE) return { workLogId: id, startedAt };
  }
  return null;
}

function booking({ subject }: StartChange, from: Instant, until: Instant, id: string): BookChange[] {
  const length = Math.floor((until - from) / 1000);
  if (until - from < LATE) return [];
  return [{ kind: 'book', id, startedAt: from, length, subject, isTracked: false }];
}

function refusedBy(code: string, message: string | null): Sent {
  return { kind: 'refused', reason: { kind: 'refused', code, message: message ?? '' } };
}
