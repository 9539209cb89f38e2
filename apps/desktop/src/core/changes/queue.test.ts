import { type Instant, instant } from '@stint/domain';
import { expect, test } from 'vitest';
import { about } from '../testing/world.ts';
import type { Change } from './change.ts';
import { emptyQueue, type Queue, type QueueEvent, queueStep } from './queue.ts';

const at = (seconds: number): Instant => instant(seconds * 1000);
const start: Change = { kind: 'start', id: 's', at: at(0), subject: about('a'), isTried: false };
const stop: Change = {
  kind: 'stop',
  id: 'p',
  runId: 's',
  workLogId: null,
  startedAt: at(0),
  at: at(90),
  reason: 0,
  subject: about('a'),
};
const added = (change: Change): QueueEvent => ({ type: 'added', change });
const after = (...events: QueueEvent[]): Queue => events.reduce(queueStep, emptyQueue);
const kinds = (queue: Queue) => queue.changes.map(({ kind }) => kind);

test('a track the server has not seen becomes one booking', () => {
  expect(after(added(start), added(stop)).changes).toEqual([
    { kind: 'book', id: 's', startedAt: 0, length: 90, subject: about('a'), isTracked: true },
  ]);
});

test('a track of less than a second leaves nothing', () => {
  expect(after(added(start), added({ ...stop, at: at(0.9) })).changes).toEqual([]);
});

test('an adjustment of a track that waits is part of its start', () => {
  const change: Change = { kind: 'adjust', id: 'j', runId: 's', workLogId: null, change: { comment: 'b' } };
  expect(after(added(start), added(change)).changes).toMatchObject([
    { kind: 'start', subject: { comment: 'b' } },
  ]);
});

test('a track that the server may have seen keeps its stop, which learns the worklog from the answer', () => {
  const tried = after(added(start), { type: 'tried', id: 's' }, added(stop));
  expect(kinds(tried)).toEqual(['start', 'stop']);
  const run = { workLogId: 'w', startedAt: at(10) };
  expect(queueStep(tried, { type: 'done', id: 's', follows: [], run })).toMatchObject({
    changes: [{ kind: 'stop', workLogId: 'w', startedAt: 10_000 }],
    begun: [{ runId: 's', workLogId: 'w', startedAt: 10_000, before: null }],
  });
});

test('what was made of a track while the answer to its start was noted is about the track that has begun', () => {
  const run = { workLogId: 'w', startedAt: at(10) };
  const begun = [
    { type: 'tried', id: 's' },
    { type: 'done', id: 's', follows: [], run },
  ] as const;
  const change: Change = { kind: 'adjust', id: 'j', runId: 's', workLogId: null, change: { comment: 'b' } };
  expect(after(added(start), ...begun, added(change), added(stop)).changes).toMatchObject([
    { kind: 'adjust', workLogId: 'w' },
    { kind: 'stop', workLogId: 'w', startedAt: 10_000 },
  ]);
});

test('what is booked beside a late start ends where the person stopped', () => {
  const gap: Change = {
    kind: 'book',
    id: 'g',
    startedAt: at(0),
    length: 300,
    subject: about('a'),
    isTracked: false,
  };
  const run = { workLogId: 'w', startedAt: at(300) };
  const queue = after(added(start), { type: 'tried', id: 's' }, added(stop), {
    type: 'done',
    id: 's',
    follows: [gap],
    run,
  });
  expect(queue.changes).toMatchObject([{ kind: 'book', length: 90 }, { kind: 'stop' }]);
});

test('what follows from an answer is sent before what waits behind', () => {
  const trim: Change = { kind: 'trim', id: 't', workLogId: 'w', startedAt: at(0), until: at(5) };
  const other: Change = { ...start, id: 'o' };
  expect(kinds(after(added(stop), added(other), { type: 'done', id: 'p', follows: [trim] }))).toEqual([
    'trim',
    'start',
  ]);
});

test('a refused track is a booking to decide about; its stop goes with it', () => {
  const reason = { kind: 'refused', code: 'DbValidationError', message: 'Closed.' } as const;
  const queue = after(added(start), { type: 'tried', id: 's' }, added(stop), {
    type: 'refused',
    id: 's',
    reason,
    at: at(100),
  });
  expect(queue.changes).toEqual([]);
  expect(queue.conflicts).toMatchObject([{ change: { kind: 'book', id: 's', length: 90 }, reason }]);
});

test('a decision sends a change again or drops it, once', () => {
  const book: Change = {
    kind: 'book',
    id: 'b',
    startedAt: at(0),
    length: 60,
    subject: about('a'),
    isTracked: false,
  };
  const reason = { kind: 'refused', code: 'ApprovalStateFailed', message: 'Locked.' } as const;
  const refused = after(added(book), { type: 'refused', id: 'b', reason, at: at(1) });
  const again: QueueEvent = { type: 'resolved', id: 'b', again: { ...book, id: 'b2' } };
  const resolved = queueStep(refused, again);
  expect(resolved).toMatchObject({ changes: [{ id: 'b2' }], conflicts: [] });
  expect(queueStep(resolved, again)).toBe(resolved);
  expect(queueStep(refused, { type: 'resolved', id: 'b', again: null })).toMatchObject({
    changes: [],
    conflicts: [],
  });
});

test('an event about a change that is not there changes nothing', () => {
  const queue = after(added(start));
  expect(queueStep(queue, { type: 'done', id: 'x', follows: [stop] })).toBe(queue);
  expect(
    queueStep(queue, { type: 'refused', id: 'x', reason: { kind: 'deletedElsewhere' }, at: at(0) }),
  ).toBe(queue);
  expect(queueStep(queue, added(start)).changes).toHaveLength(1);
});
