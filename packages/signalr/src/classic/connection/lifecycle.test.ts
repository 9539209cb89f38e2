import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LifecycleEffect, type LifecycleEvent, type Phase, step } from './lifecycle.ts';

const connect = { kind: 'connect', startFollows: true } as const;
const oldConnect = { kind: 'connect', startFollows: false } as const;
const start = { kind: 'start' } as const;
const reconnect = { kind: 'reconnect' } as const;
const poll = { kind: 'poll' } as const;
const abort = { kind: 'end' } as const;

function run(...events: LifecycleEvent[]): { phase: Phase; effects: LifecycleEffect[][] } {
  let phase: Phase = 'fresh';
  const effects = events.map((event) => {
    const next = step(phase, event);
    phase = next.phase;
    return [...next.effects];
  });
  return { phase, effects };
}

test('a client from 1.4 on is connected by start', () => {
  expect(run(connect, start, abort).effects).toEqual([
    ['join', 'attach', 'initialize'],
    ['connected'],
    ['leave', 'disconnected'],
  ]);
});

test('an older one by connect, before it is told that it may begin', () => {
  expect(run(oldConnect).effects).toEqual([['join', 'attach', 'connected', 'initialize']]);
});

test('falling back to another transport connects once', () => {
  expect(run(connect, connect, start, start).effects).toEqual([
    ['join', 'attach', 'initialize'],
    ['attach', 'initialize'],
    ['connected'],
    [],
  ]);
});

test('a connection that never started does not end either', () => {
  expect(run(connect, abort).effects[1]).toEqual(['leave']);
});

test('a reconnect is told, a poll is not', () => {
  expect(run(connect, start, poll, reconnect).effects.slice(2)).toEqual([
    ['attach'],
    ['attach', 'reconnected'],
  ]);
});

test('a client that begins over on an open connection has reconnected', () => {
  expect(run(connect, start, connect, start).effects.slice(2)).toEqual([
    ['attach', 'initialize'],
    ['reconnected'],
  ]);
  expect(run(oldConnect, oldConnect).effects[1]).toEqual(['attach', 'reconnected', 'initialize']);
});

test('a server that does not know the client takes it in', () => {
  expect(run(reconnect).effects).toEqual([['join', 'attach', 'reconnected']]);
  expect(run(poll).effects).toEqual([['join', 'attach', 'reconnected']]);
});

test('start alone opens nothing', () => {
  expect(run(start)).toEqual({ phase: 'fresh', effects: [[]] });
});

test('whatever happens: joined before all else, left once, told of its end if and only if of its begin', () => {
  const event = fc.constantFrom<LifecycleEvent>(connect, oldConnect, start, reconnect, poll, abort);
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const { effects } = run(...events, abort);
      const all = effects.flat();
      const count = (wanted: LifecycleEffect) => all.filter((effect) => effect === wanted).length;
      expect(count('join')).toBe(count('leave'));
      expect(count('join')).toBeLessThanOrEqual(1);
      expect(count('connected')).toBeLessThanOrEqual(1);
      if (all.length > 0) expect(all[0]).toBe('join');
      const begun = all.includes('connected') || all.includes('reconnected');
      expect(count('disconnected')).toBe(begun ? 1 : 0);
    }),
  );
});
