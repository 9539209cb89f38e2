import type { Instant } from '@stint/domain';
import type { Change, Conflict, ConflictReason, StartChange, StopChange } from './change.ts';

/** What waits to be sent, in order, and what waits for a decision. */
export interface Queue {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  /** The bookings that are being sent in one request: tried again, it has to hold the same. */
  readonly batch: readonly string[];
  /** The last tracks that began here and that the server knows by now. */
  readonly begun: readonly BegunRun[];
}

/** A track that began here, by the id of its start, with the worklog that it becomes. */
export interface BegunRun {
  readonly runId: string;
  readonly workLogId: string;
  readonly startedAt: Instant;
  /** The booking of the time before the server heard of it; null when there was none. */
  readonly before: { readonly workLogId: string; readonly startedAt: Instant } | null;
}

export const emptyQueue: Queue = { changes: [], conflicts: [], batch: [], begun: [] };

const REMEMBERED_RUNS = 5;

/** What happens to the queue; each is one line of the journal. */
export type QueueEvent =
  | { readonly type: 'added'; readonly change: Change }
  /** A start is about to be sent for the first time: from now on the server may know it. */
  | { readonly type: 'tried'; readonly id: string }
  /** Bookings are about to be sent together; none: the server refused them together. */
  | { readonly type: 'batched'; readonly ids: readonly string[] }
  /** The server has all bookings that were sent together. */
  | { readonly type: 'batchDone' }
  /** The server has it; `follows` are changes that follow from its answer, `run` the track that a start has begun. */
  | {
      readonly type: 'done';
      readonly id: string;
      readonly follows: readonly Change[];
      readonly run?: { readonly workLogId: string; readonly startedAt: Instant };
    }
  | { readonly type: 'refused'; readonly id: string; readonly reason: ConflictReason; readonly at: Instant }
  /** The person decided about a conflict; `again` takes its place in the queue, null drops it. */
  | { readonly type: 'resolved'; readonly id: string; readonly again: Change | null };

/** What an event makes of the queue. An event about a change that is not there changes nothing. */
export function queueStep(queue: Queue, event: QueueEvent): Queue {
  switch (event.type) {
    case 'added':
      return { ...queue, changes: withAdded(queue.changes, ofBegun(event.change, queue.begun)) };
    case 'tried':
      return { ...queue, changes: queue.changes.map((each) => tried(each, event.id)) };
    case 'batched':
      return { ...queue, batch: event.ids };
    case 'batchDone': {
      const sent = new Set(queue.batch);
      return { ...queue, batch: [], changes: queue.changes.filter(({ id }) => !sent.has(id)) };
    }
    case 'done': {
      const at = queue.changes.findIndex((each) => each.id === event.id);
      if (at < 0) return queue;
      const later = queue.changes.slice(at + 1);
      const follows = untilStopped(event.follows, later, event.id);
      const shown = shownWorklog(event.id, event.run, follows, later);
      const rest = later.map((each) => withRun(withShown(each, event.id, shown), event.id, event.run));
      const changes = [...queue.changes.slice(0, at), ...follows, ...rest];
      return event.run
        ? { ...queue, changes, begun: withBegun(queue, event.id, event.run, follows) }
        : { ...queue, changes };
    }
    case 'refused':
      return withRefused(queue, event.id, event.reason, event.at);
    default: {
      if (!queue.conflicts.some(({ change }) => change.id === event.id)) return queue;
      const conflicts = queue.conflicts.filter(({ change }) => change.id !== event.id);
      return { ...queue, conflicts, changes: event.again ? [...queue.changes, event.again] : queue.changes };
    }
  }
}

/** A change that was made while the server's answer to the start of its track was being noted: it is about the track that has begun. */
function ofBegun(change: Change, begun: readonly BegunRun[]): Change {
  if ((change.kind !== 'stop' && change.kind !== 'adjust') || change.workLogId !== null) return change;
  const { runId } = change;
  return withRun(
    change,
    runId,
    begun.find((each) => each.runId === runId),
  );
}

/** Changes of a track that the server has not seen are merged into it: a whole track becomes one booking. */
function withAdded(changes: readonly Change[], added: Change): Change[] {
  if (changes.some((each) => each.id === added.id)) return [...changes];
  if (added.kind !== 'stop' && added.kind !== 'adjust') return [...changes, added];
  const start = changes.find((each) => each.kind === 'start' && each.id === added.runId);
  if (start?.kind !== 'start' || start.isTried) return [...changes, added];
  const merged =
    added.kind === 'stop'
      ? bookingOf(start, added)
      : [{ ...start, subject: { ...start.subject, ...added.change } }];
  return changes.flatMap((each) => (each === start ? merged : [each]));
}

function bookingOf(start: StartChange, stop: Pick<StopChange, 'at'>): Change[] {
  const length = Math.floor((stop.at - start.at) / 1000);
  if (length <= 0) return [];
  return [
    { kind: 'book', id: start.id, startedAt: start.at, length, subject: start.subject, isTracked: true },
  ];
}

function tried(change: Change, id: string): Change {
  return change.kind === 'start' && change.id === id ? { ...change, isTried: true } : change;
}

function withRun(
  change: Change,
  runId: string,
  run: { workLogId: string; startedAt: Instant } | undefined,
): Change {
  if (!run || (change.kind !== 'stop' && change.kind !== 'adjust') || change.runId !== runId) return change;
  if (change.kind === 'adjust') return { ...change, workLogId: run.workLogId };
  return { ...change, workLogId: run.workLogId, startedAt: run.startedAt };
}

/**
 * The worklog that a stopped track became: of the server's track, or the booking beside it where the person stopped it before the server
 * heard of its start. Until then it was shown, and may have been edited, under the id of its start.
 */
function shownWorklog(
  runId: string,
  run: { workLogId: string; startedAt: Instant } | undefined,
  follows: readonly Change[],
  later: readonly Change[],
): string | null {
  const stop = later.find((each) => each.kind === 'stop' && each.runId === runId);
  const booking = follows.find((each) => each.kind === 'book');
  const isBefore = stop?.kind === 'stop' && run !== undefined && stop.at <= run.startedAt;
  return (isBefore ? booking?.id : run?.workLogId) ?? booking?.id ?? null;
}

function withShown(change: Change, runId: string, workLogId: string | null): Change {
  const isOf = (change.kind === 'edit' || change.kind === 'remove') && change.workLogId === runId;
  return isOf && workLogId !== null ? { ...change, workLogId } : change;
}

function withBegun(
  { begun }: Queue,
  runId: string,
  { workLogId, startedAt }: { workLogId: string; startedAt: Instant },
  follows: readonly Change[],
): BegunRun[] {
  const booking = follows.find((each) => each.kind === 'book');
  const before = booking?.kind === 'book' ? { workLogId: booking.id, startedAt: booking.startedAt } : null;
  return [...begun, { runId, workLogId, startedAt, before }].slice(-REMEMBERED_RUNS);
}

/** What is booked beside a track that was sent late ends where the person stopped it. */
function untilStopped(follows: readonly Change[], rest: readonly Change[], runId: string): Change[] {
  const stop = rest.find((each) => each.kind === 'stop' && each.runId === runId);
  if (stop?.kind !== 'stop') return [...follows];
  return follows.flatMap((each): Change[] => {
    if (each.kind !== 'book') return [each];
    const length = Math.min(each.length, Math.floor((stop.at - each.startedAt) / 1000));
    return length > 0 ? [{ ...each, length }] : [];
  });
}

/** Time that was shown as tracked becomes a booking to decide about, so that a refused track loses nothing. */
function withRefused(queue: Queue, id: string, reason: ConflictReason, at: Instant): Queue {
  const change = queue.changes.find((each) => each.id === id);
  if (!change) return queue;
  const changes = queue.changes.filter((each) => each !== change);
  if (change.kind === 'start') {
    const stop = changes.find((each) => each.kind === 'stop' && each.runId === id);
    const [booking] = bookingOf(change, stop?.kind === 'stop' ? stop : { at });
    const left = changes.filter((each) => !('runId' in each) || each.runId !== id);
    const conflicts =
      booking?.kind === 'book' ? [...queue.conflicts, { change: booking, reason }] : queue.conflicts;
    return { ...queue, changes: left, conflicts };
  }
  if (change.kind === 'stop') return { ...queue, changes };
  return { ...queue, changes, conflicts: [...queue.conflicts, { change, reason }] };
}
