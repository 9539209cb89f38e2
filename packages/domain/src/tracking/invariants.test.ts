import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant, seconds } from '../brands.ts';
import { nextDeadline } from './deadlines.ts';
import type { BookEffect, DropEffect, TrackingEffect } from './effects.ts';
import type { TrackingEvent } from './events.ts';
import { currentTrackLength } from './lengths.ts';
import type { TrackingSettings } from './settings.ts';
import { neverTracked, type TrackingState } from './state.ts';
import { ALL_OFF, MORNING, startOf } from './testing/person.ts';
import { track } from './transition.ts';

/** An event, and how many milliseconds the server's clock moved since the one before; sometimes it is put back. */
interface Step {
  readonly wait: number;
  readonly event: TrackingEvent;
}

const length = fc.option(fc.integer({ min: 1, max: 5000 }).map(seconds));
const anySettings: fc.Arbitrary<TrackingSettings> = fc.record({
  activityCheckEvery: length,
  activityCheckAnswerWithin: length,
  longestTrack: length,
  connectionGrace: length,
  reachableSince: fc.option(fc.nat(9_000_000).map((after) => instant(MORNING + after))),
  leastLength: fc.option(fc.integer({ min: 0, max: 120 }).map(seconds)),
  idleCheckEvery: length,
});
const device = fc.constantFrom(null, 'desktop', 'phone');
const anyEvent: fc.Arbitrary<TrackingEvent> = fc.oneof(
  { weight: 4, arbitrary: device.map((deviceId) => startOf('', { deviceId })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(0 as const, 1 as const).map((reason) => ({ type: 'stop' as const, reason })),
  },
  { weight: 2, arbitrary: device.map((deviceId) => ({ type: 'ping' as const, deviceId })) },
  { weight: 2, arbitrary: fc.constant({ type: 'clock' as const }) },
  fc.constant({ type: 'activityCheckAnswered' as const }),
  fc.string().map((comment) => ({ type: 'adjust' as const, changes: { comment } })),
  fc.constant({ type: 'select' as const, details: startOf('').details }),
  fc
    .constantFrom(0 as const, 1 as const, 2 as const)
    .map((until) => ({ type: 'idleCheckPostponed' as const, until })),
);
const anySteps = fc
  .array(
    fc.record({
      wait: fc.oneof(fc.integer({ min: -9000, max: 90_000 }), fc.nat(9_000_000)),
      event: anyEvent,
    }),
    { maxLength: 25 },
  )
  .map((steps) => steps.map(withOwnId));

function withOwnId(step: Step, index: number): Step {
  return step.event.type === 'start' ? { ...step, event: { ...step.event, workLogId: `w${index}` } } : step;
}

interface Outcome {
  readonly state: TrackingState;
  readonly effects: readonly TrackingEffect[];
  readonly latest: Instant;
}

/** Plays the steps; `look` sees every state on the way, and `extraClocks` more moments at which the server looks at the clock. */
function play(
  steps: readonly Step[],
  settings: TrackingSettings,
  options: { look?: (before: TrackingState, after: TrackingState) => void; extraClocks?: number } = {},
): Outcome {
  let state: TrackingState = neverTracked(MORNING);
  let [now, latest] = [MORNING as number, MORNING as number];
  const effects: TrackingEffect[] = [];
  const send = (event: TrackingEvent, at: number) => {
    latest = Math.max(latest, at);
    const result = track(state, event, { now: instant(at), timeZone: 'America/New_York', settings });
    options.look?.(state, result.state);
    state = result.state;
    effects.push(...result.effects);
  };
  for (const { wait, event } of steps) {
    const extra = wait > 0 ? (options.extraClocks ?? 0) : 0;
    for (let part = 1; part <= extra; part += 1) send({ type: 'clock' }, now + (wait * part) / (extra + 1));
    now += wait;
    send(event, now);
  }
  return { state, effects, latest: instant(latest) };
}

function endingsOf(effects: readonly TrackingEffect[]): (BookEffect | DropEffect)[] {
  return effects.filter((effect) => effect.type !== 'lostToOtherDevice');
}

function total(outcome: Outcome): number {
  const ended = endingsOf(outcome.effects).reduce((sum, ending) => sum + ending.seconds, 0);
  return ended + currentTrackLength(outcome.state, outcome.latest);
}

test('booked, dropped and running time together never exceed the time that passed', () => {
  fc.assert(
    fc.property(anySteps, anySettings, (steps, settings) => {
      const outcome = play(steps, settings);
      expect(total(outcome) * 1000).toBeLessThanOrEqual(outcome.latest - MORNING);
    }),
  );
});

test('tracks never overlap, and none is longer than the longest', () => {
  fc.assert(
    fc.property(anySteps, anySettings, (steps, settings) => {
      const { effects, state } = play(steps, settings);
      let free: number = MORNING;
      for (const ending of endingsOf(effects)) {
        expect(ending.startedAt).toBeGreaterThanOrEqual(free);
        expect(ending.seconds).toBeLessThanOrEqual(settings.longestTrack ?? Number.POSITIVE_INFINITY);
        free = ending.startedAt + ending.seconds * 1000;
      }
      expect(state.run?.startedAt ?? free).toBeGreaterThanOrEqual(free);
    }),
  );
});

test('a lost connection stops a track at its last sign of life, never before the last ping, after the grace time', () => {
  fc.assert(
    fc.property(anySteps, fc.integer({ min: 1, max: 5000 }), (steps, grace) => {
      const settings = { ...ALL_OFF, connectionGrace: seconds(grace) };
      play(steps, settings, {
        look(before, after) {
          const { run } = before;
          if (after.stoppedTrackType !== 2 || before.stoppedTrackType === 2 || run === null) return;
          const lastSign = Math.max(run.lastPing ?? Number.NaN, run.lastSignOfLife);
          expect(after.statusChangedAt - lastSign).toBe(grace * 1000);
        },
      });
    }),
  );
});

test('a track that a connected device started is stopped the grace time after its last sign of life', () => {
  const grace = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(
      anySteps,
      grace,
      device,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (steps, length, id, part) => {
        const settings = { ...ALL_OFF, connectionGrace: seconds(length) };
        const { state, latest } = play(steps, settings);
        const pinged = track(
          state,
          { type: 'ping', deviceId: id },
          { now: latest, timeZone: 'UTC', settings },
        );
        const begin = instant(latest + Math.floor(part * length * 500));
        const context = { now: begin, timeZone: 'UTC', settings };
        const { state: started } = track(pinged.state, startOf('last', { deviceId: id }), context);
        expect(nextDeadline(started, settings)).toBe(id === null ? null : begin + length * 1000);
      },
    ),
  );
});

test('devices are remembered only while they may be connected', () => {
  fc.assert(
    fc.property(anySteps, fc.integer({ min: 1, max: 5000 }), (steps, grace) => {
      const settings = { ...ALL_OFF, connectionGrace: seconds(grace) };
      play(steps, settings, {
        look(before, { pinging = {}, changedAt }) {
          if (pinging === before.pinging) return;
          for (const at of Object.values(pinging)) expect(changedAt - at).toBeLessThan(grace * 1000);
        },
      });
    }),
  );
});

test('every started track ends exactly once or still runs', () => {
  fc.assert(
    fc.property(anySteps, anySettings, (steps, settings) => {
      const { effects, state } = play(steps, settings);
      const started = steps.flatMap(({ event }) => (event.type === 'start' ? [event.workLogId] : []));
      const ended = endingsOf(effects).map((ending) => ending.workLogId);
      expect([...ended, ...(state.run ? [state.run.workLogId] : [])]).toEqual(started);
    }),
  );
});

test('with all rules off no second is lost: every track is booked from its start to its end', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const switches: number[] = [];
      const outcome = play(steps, ALL_OFF, {
        look(before, after) {
          if (before.run && before.run.workLogId !== after.run?.workLogId) {
            switches.push(Math.floor((after.statusChangedAt - before.run.startedAt) / 1000));
          }
        },
      });
      expect(endingsOf(outcome.effects).map((ending) => ending.seconds)).toEqual(switches);
      expect(endingsOf(outcome.effects).every((ending) => ending.type === 'book')).toBe(true);
    }),
  );
});

test('time stamps of the state never go back, and it is plain JSON', () => {
  fc.assert(
    fc.property(anySteps, anySettings, (steps, settings) => {
      play(steps, settings, {
        look(before, after) {
          expect(after.statusChangedAt).toBeGreaterThanOrEqual(before.statusChangedAt);
          expect(after.changedAt).toBeGreaterThanOrEqual(before.changedAt);
          expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        },
      });
    }),
  );
});

test('a server that looks at the clock often comes to the same result as one that was down', () => {
  fc.assert(
    fc.property(anySteps, anySettings, fc.integer({ min: 1, max: 7 }), (steps, settings, extraClocks) => {
      const rare = play(steps, settings);
      const often = play(steps, settings, { extraClocks });
      expect(often.state).toEqual(rare.state);
      expect(often.effects).toEqual(rare.effects);
    }),
  );
});

test('the next deadline is when time alone changes the state, and not a moment earlier', () => {
  fc.assert(
    fc.property(anySteps, anySettings, (steps, settings) => {
      const { state, latest } = play(steps, settings);
      const due = nextDeadline(state, settings);
      const at = (now: number) =>
        track(state, { type: 'clock' }, { now: instant(now), timeZone: 'UTC', settings }).state;
      if (due === null) {
        expect(at(latest + 1e10)).toBe(state);
        return;
      }
      expect(at(due - 1)).toBe(state);
      expect(at(due)).not.toBe(state);
    }),
  );
});
