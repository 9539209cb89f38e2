import { instant } from '@stint/domain';
import { expect, test } from 'vitest';
import {
  answerPresence,
  ANSWER_WITHIN,
  type Presence,
  type PresenceContext,
  type PresenceEvent,
  presenceStep,
} from './presence.ts';

const NOW = 10_000_000;
const context: PresenceContext = {
  now: instant(NOW),
  run: { runId: 'r', since: instant(0) },
  idleSeconds: 0,
  idleAfter: 600,
  stopsOnLock: false,
};
const here: Presence = { kind: 'here' };
const away: Presence = { kind: 'away', since: instant(NOW - 900_000), runId: 'r', isLocked: false };
const locked: Presence = { ...away, isLocked: true };
const asked: Presence = {
  kind: 'asked',
  from: instant(NOW - 900_000),
  until: instant(NOW - 1000),
  runId: 'r',
  askedUntil: instant(NOW + 1000),
};
const discard = { type: 'settle', from: NOW - 900_000, until: NOW - 1000, answer: { kind: 'discard' } };

/** Every state with every event: what it becomes, and what is to be done. */
const table: [Presence, PresenceEvent, Partial<PresenceContext>, object, object | null][] = [
  [here, 'clock', { idleSeconds: 599 }, here, null],
  [here, 'clock', { idleSeconds: 600 }, { kind: 'away', since: NOW - 600_000 }, null],
  [
    here,
    'clock',
    { idleSeconds: 600, run: { runId: 'r', since: instant(NOW - 5000) } },
    { since: NOW - 5000 },
    null,
  ],
  [here, 'clock', { idleSeconds: null }, here, null],
  [here, 'clock', { idleSeconds: 9000, idleAfter: null }, here, null],
  [here, 'clock', { idleSeconds: 9000, run: null }, here, null],
  [here, 'locked', { idleSeconds: 30 }, { kind: 'away', since: NOW - 30_000, isLocked: true }, null],
  [here, 'locked', { stopsOnLock: true }, here, { type: 'stop' }],
  [here, 'suspended', { idleSeconds: 3 }, { kind: 'away', since: NOW - 3000, isLocked: false }, null],
  [here, 'suspended', { stopsOnLock: true }, here, { type: 'stop' }],
  [here, 'unlocked', {}, here, null],
  [here, 'resumed', {}, here, null],
  [away, 'clock', { idleSeconds: 900 }, away, null],
  [
    away,
    'clock',
    { idleSeconds: 1 },
    { kind: 'asked', from: NOW - 900_000, until: NOW, askedUntil: NOW + ANSWER_WITHIN },
    null,
  ],
  [away, 'clock', { idleSeconds: null }, { kind: 'asked' }, null],
  [away, 'clock', { idleSeconds: 1, idleAfter: 1200 }, here, null],
  [away, 'locked', {}, { kind: 'away', isLocked: true }, null],
  [away, 'locked', { stopsOnLock: true }, here, { type: 'stop' }],
  [away, 'suspended', { idleSeconds: 0 }, away, null],
  [away, 'resumed', { idleSeconds: 900 }, away, null],
  [away, 'clock', { idleSeconds: 1, run: { runId: 'other', since: instant(0) } }, here, null],
  [locked, 'clock', { idleSeconds: 0 }, locked, null],
  [locked, 'unlocked', { idleSeconds: 0 }, { kind: 'asked' }, null],
  [asked, 'clock', {}, asked, null],
  [asked, 'clock', { now: instant(NOW + 1000) }, here, discard],
  [asked, 'clock', { idleSeconds: 600 }, here, discard],
  [asked, 'locked', {}, here, discard],
  [asked, 'suspended', {}, here, discard],
  [asked, 'clock', { run: null }, here, null],
];

test.each(table)('%o when %s with %o', (presence, event, change, next, effect) => {
  const step = presenceStep(presence, event, { ...context, ...change });
  expect(step.presence).toMatchObject(next);
  if (effect === null) expect(step.effect).toBeNull();
  else expect(step.effect).toMatchObject(effect);
});

test('who leaves again with the question open is told about afterwards once more', () => {
  expect(presenceStep(asked, 'locked', context).isToRepeat).toBe(true);
});

test('an answer is about the track that was asked about, and needs a question', () => {
  expect(answerPresence(asked, { kind: 'split' }, context.run).effect).toMatchObject({
    answer: { kind: 'split' },
  });
  expect(answerPresence(asked, { kind: 'split' }, { runId: 'x', since: instant(0) }).effect).toBeNull();
  expect(answerPresence(away, { kind: 'split' }, context.run)).toMatchObject({
    presence: away,
    effect: null,
  });
});
