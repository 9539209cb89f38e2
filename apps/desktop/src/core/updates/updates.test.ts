import { expect, test } from 'vitest';
import { type UpdateEvent, type UpdateState, updateStep } from './updates.ts';

const ready: UpdateState = { kind: 'ready', version: '2', isAsked: true };
const answered = (answer: 'now' | 'whenIdle' | 'later'): UpdateEvent => ({ type: 'answered', answer });

test.each<[UpdateState, UpdateEvent, boolean, UpdateState]>([
  [{ kind: 'none' }, { type: 'found', version: '2' }, true, { kind: 'loading', version: '2' }],
  [ready, { type: 'found', version: '2' }, false, ready],
  [ready, { type: 'found', version: '3' }, false, { kind: 'loading', version: '3' }],
  [{ kind: 'loading', version: '2' }, { type: 'loaded', version: '2' }, true, ready],
  [
    { kind: 'loading', version: '2' },
    { type: 'failed', reason: 'badSignature' },
    false,
    { kind: 'failed', reason: 'badSignature' },
  ],
  [ready, { type: 'failed', reason: 'unreachable' }, false, ready],
  [ready, { type: 'trackEnded' }, false, ready],
  [ready, answered('later'), false, { ...ready, isAsked: false }],
  [ready, answered('whenIdle'), true, { kind: 'agreed', version: '2' }],
  [ready, answered('whenIdle'), false, { kind: 'installing', version: '2' }],
  [ready, answered('now'), true, { kind: 'installing', version: '2' }],
  [{ kind: 'agreed', version: '2' }, { type: 'trackEnded' }, true, { kind: 'agreed', version: '2' }],
  [{ kind: 'agreed', version: '2' }, { type: 'trackEnded' }, false, { kind: 'installing', version: '2' }],
  [{ kind: 'none' }, answered('now'), false, { kind: 'none' }],
  [{ kind: 'failed', reason: 'badSignature' }, answered('later'), true, { kind: 'none' }],
  [
    { kind: 'failed', reason: 'badSignature' },
    answered('now'),
    false,
    { kind: 'failed', reason: 'badSignature' },
  ],
])('%o after %o (tracking: %s) is %o', (state, event, isTracking, next) => {
  expect(updateStep(state, event, isTracking)).toEqual(next);
});
