import { describe, expect, test } from 'vitest';
import { nextDeadline } from './deadlines.ts';
import { IDLE_POSTPONEMENT, STOP_REASON } from './events.ts';
import { currentTrackLength, secondsLeft } from './lengths.ts';
import { neverTracked } from './state.ts';
import { aPerson, after, offBut, startOf } from './testing/person.ts';
import { track } from './transition.ts';

const CLOCK = { type: 'clock' } as const;
const USER_STOP = { type: 'stop', reason: STOP_REASON.user } as const;
const ping = (deviceId: string | null = null) => ({ type: 'ping', deviceId }) as const;

describe('activity check', () => {
  const settings = offBut({ activityCheckEvery: 3600, activityCheckAnswerWithin: 120 });

  test('asks after the time without a sign of life and counts down', () => {
    const person = aPerson(settings);
    person.at(0, startOf('w1'));
    expect(nextDeadline(person.state, settings)).toBe(after(3600));
    expect(person.at(3599.9, CLOCK).status).toBe('tracking');
    const state = person.at(3600, CLOCK);
    expect(state).toMatchObject({
      status: 'activityCheck',
      stoppedTrackType: 0,
      statusChangedAt: after(3600),
    });
    expect(nextDeadline(state, settings)).toBe(after(3720));
    expect(
      [3600, 3600.5, 3719.5, 3720, 4000].map((second) => secondsLeft(state, settings, after(second))),
    ).toEqual([120, 120, 1, 0, 0]);
    expect(currentTrackLength(state, after(3605.9))).toBe(3605);
  });

  test('answered, the track goes on and the time begins anew', () => {
    const person = aPerson(settings);
    person.at(0, startOf('w1'));
    person.at(3600, CLOCK);
    expect(person.at(3700, { type: 'activityCheckAnswered' })).toMatchObject({
      status: 'tracking',
      statusChangedAt: after(3700),
    });
    expect(nextDeadline(person.state, settings)).toBe(after(7300));
    expect(person.effects).toEqual([]);
  });

  test('an answer before the question counts as a sign of life; so does adjusting', () => {
    const person = aPerson(settings);
    person.at(0, startOf('w1'));
    expect(person.at(600, { type: 'activityCheckAnswered' }).statusChangedAt).toBe(after(0));
    expect(nextDeadline(person.state, settings)).toBe(after(4200));
    person.at(4200, CLOCK);
    expect(person.at(4210, { type: 'adjust', changes: {} }).status).toBe('tracking');
    expect(nextDeadline(person.state, settings)).toBe(after(7810));
  });

  test('unanswered, the track is stopped at the last sign of life', () => {
    const person = aPerson(settings);
    person.at(0, startOf('w1'));
    person.at(600, { type: 'activityCheckAnswered' });
    expect(person.at(90_000, CLOCK)).toMatchObject({
      status: 'clientInputRequired',
      stoppedTrackType: 1,
      statusChangedAt: after(4320),
    });
    expect(person.effects).toMatchObject([{ type: 'book', seconds: 600, stoppedTrackType: 1 }]);
  });

  test('an answer that comes too late is told why, and then all is well', () => {
    const person = aPerson(settings);
    person.at(0, startOf('w1'));
    expect(person.at(3720, { type: 'activityCheckAnswered' })).toMatchObject({
      status: 'idle',
      stoppedTrackType: 5,
    });
    expect(person.refusal?.message).toContain('activity check was not answered in time');
  });

  test('without a time to answer in, the question stays open and nothing is stopped', () => {
    const patient = offBut({ activityCheckEvery: 3600 });
    const person = aPerson(patient);
    person.at(0, startOf('w1'));
    expect(person.at(900_000, CLOCK).status).toBe('activityCheck');
    expect(nextDeadline(person.state, patient)).toBeNull();
    expect(secondsLeft(person.state, patient, after(4000))).toBe(0);
  });
});

describe('longest single track', () => {
  test('a track is cut at exactly the longest length, however late the server looks', () => {
    const person = aPerson(offBut({ longestTrack: 7200 }));
    person.at(0, startOf('w1'));
    expect(person.at(100_000, CLOCK)).toMatchObject({
      status: 'clientInputRequired',
      stoppedTrackType: 4,
      statusChangedAt: after(7200),
    });
    expect(person.effects).toMatchObject([{ type: 'book', seconds: 7200, stoppedTrackType: 4 }]);
  });

  test('a new start after the cut books the cut track and runs from its own time', () => {
    const person = aPerson(offBut({ longestTrack: 7200 }));
    person.at(0, startOf('w1'));
    expect(person.at(9000, startOf('w2')).run).toMatchObject({ workLogId: 'w2', startedAt: after(9000) });
    expect(person.effects).toMatchObject([{ workLogId: 'w1', seconds: 7200, stoppedTrackType: 4 }]);
  });

  test('a stop after the cut says what happened', () => {
    const person = aPerson(offBut({ longestTrack: 7200 }));
    person.at(0, startOf('w1'));
    expect(person.at(9000, USER_STOP).status).toBe('idle');
    expect(person.refusal?.message).toContain('longest single track');
    expect(person.effects).toHaveLength(1);
  });
});

describe('lost connection', () => {
  const settings = offBut({ connectionGrace: 60 });

  test('a track whose device never pings is left alone', () => {
    const person = aPerson(settings);
    person.at(0, startOf('w1'));
    expect(person.at(100_000, CLOCK).status).toBe('tracking');
  });

  test('a track is stopped at the last ping after the grace time', () => {
    const person = aPerson(settings);
    person.at(0, startOf('w1', { deviceId: 'desktop' }));
    for (const second of [30, 60, 90]) person.at(second, ping('desktop'));
    expect(nextDeadline(person.state, settings)).toBe(after(150));
    expect(person.at(150, CLOCK)).toMatchObject({
      status: 'clientInputRequired',
      stoppedTrackType: 2,
      statusChangedAt: after(150),
    });
    expect(person.effects).toMatchObject([{ type: 'book', seconds: 90, stoppedTrackType: 2 }]);
  });

  test.each([
    ['adjusting', { type: 'adjust', changes: { comment: 'by phone' } } as const],
    ['confirming', { type: 'activityCheckAnswered' } as const],
  ])('%s the track after the last ping is a sign of life: it counts until then', (_name, event) => {
    const person = aPerson(settings);
    person.at(0, startOf('w1', { deviceId: 'desktop' }));
    person.at(30, ping('desktop'));
    person.at(80, event);
    expect(nextDeadline(person.state, settings)).toBe(after(140));
    expect(person.at(140, CLOCK)).toMatchObject({ status: 'clientInputRequired', stoppedTrackType: 2 });
    expect(person.effects).toMatchObject([{ type: 'book', seconds: 80, stoppedTrackType: 2 }]);
  });

  test('a device that comes back within the grace time goes on as if nothing was', () => {
    const person = aPerson(settings);
    person.at(0, startOf('w1', { deviceId: 'desktop' }));
    person.at(30, ping('desktop'));
    expect(person.at(89.9, ping('desktop')).status).toBe('tracking');
    expect(nextDeadline(person.state, settings)).toBe(after(149.9));
    expect(person.effects).toEqual([]);
  });

  test('pings of another device do not keep a track alive', () => {
    const person = aPerson(settings);
    person.at(0, ping('desktop'));
    person.at(1, startOf('w1', { deviceId: 'desktop' }));
    for (const second of [20, 40, 60]) person.at(second, ping('phone'));
    expect(person.at(61, CLOCK)).toMatchObject({ stoppedTrackType: 2, statusChangedAt: after(61) });
  });

  test.each([
    ['while nothing ran', []],
    ['for the track before', [startOf('w0', { deviceId: 'desktop' })]],
    ['for a track that was stopped', [startOf('w0', { deviceId: 'desktop' }), USER_STOP]],
  ])('a start by a device that pinged %s counts as its ping', (_name, before) => {
    const person = aPerson(settings);
    for (const event of before.slice(0, 1)) person.at(0, event);
    person.at(1, ping('desktop'));
    for (const event of before.slice(1)) person.at(2, event);
    person.at(30, startOf('w1', { deviceId: 'desktop' }));
    expect(nextDeadline(person.state, settings)).toBe(after(90));
    person.at(90, CLOCK);
    expect(person.effects.at(-1)).toMatchObject({ workLogId: 'w1', seconds: 0, stoppedTrackType: 2 });
  });

  test('each device that pings is known, whichever did so last', () => {
    const person = aPerson(settings);
    person.at(0, ping('desktop'));
    person.at(1, ping('phone'));
    person.at(2, startOf('w1', { deviceId: 'desktop' }));
    expect(nextDeadline(person.state, settings)).toBe(after(62));
  });

  test('a device that has not pinged for the grace time, or another one, is not waited for', () => {
    const person = aPerson(settings);
    person.at(0, ping('desktop'));
    person.at(10, startOf('w1', { deviceId: 'script' }));
    expect(nextDeadline(person.state, settings)).toBeNull();
    person.at(60, startOf('w2', { deviceId: 'desktop' }));
    expect(nextDeadline(person.state, settings)).toBeNull();
  });

  test('while nothing runs only a ping that makes a difference is written', () => {
    const person = aPerson(settings);
    const pinged = person.at(0, ping('desktop'));
    expect(person.at(29, ping('desktop'))).toBe(pinged);
    const again = person.at(30, ping('desktop'));
    expect(again.pinging).toEqual({ desktop: after(30) });
    expect(person.at(90, ping('phone')).pinging).toEqual({ phone: after(90) });
  });

  test('where no rule stops tracks, no device is remembered', () => {
    const person = aPerson(offBut({}));
    const before = person.state;
    expect(person.at(0, ping('desktop'))).toBe(before);
  });

  test('silence before devices could connect says nothing, but time without any sign is not counted', () => {
    const lately = { ...settings, reachableSince: after(1000) };
    const person = aPerson(lately);
    person.at(0, startOf('w1', { deviceId: 'desktop' }));
    person.state = track(person.state, ping('desktop'), {
      now: after(20),
      timeZone: 'UTC',
      settings: offBut({}),
    }).state;
    expect(nextDeadline(person.state, lately)).toBe(after(1060));
    const back = track(person.state, ping('desktop'), {
      now: after(1059),
      timeZone: 'UTC',
      settings: lately,
    });
    expect(nextDeadline(back.state, lately)).toBe(after(1119));
    expect(person.at(1060, CLOCK)).toMatchObject({ stoppedTrackType: 2, statusChangedAt: after(1060) });
    expect(person.effects).toMatchObject([{ type: 'book', seconds: 20 }]);
  });
});

test('of several causes the earliest wins, also when all are long past', () => {
  const settings = offBut({
    longestTrack: 7000,
    connectionGrace: 300,
    activityCheckEvery: 3600,
    activityCheckAnswerWithin: 60,
  });
  const lost = aPerson(settings);
  lost.at(0, startOf('w1'));
  lost.at(3300, ping());
  expect(lost.at(90_000, CLOCK)).toMatchObject({ stoppedTrackType: 2, statusChangedAt: after(3600) });

  const silent = aPerson(settings);
  silent.at(0, startOf('w1'));
  silent.at(3590, ping());
  expect(silent.at(90_000, CLOCK)).toMatchObject({ stoppedTrackType: 1, statusChangedAt: after(3660) });

  const long = aPerson(settings);
  long.at(0, startOf('w1'));
  long.at(3500, { type: 'activityCheckAnswered' });
  expect(long.at(90_000, CLOCK)).toMatchObject({ stoppedTrackType: 4, statusChangedAt: after(7000) });
});

describe('idle reminder', () => {
  const settings = offBut({ idleCheckEvery: 1800 });

  test('comes after the time without a track, and waits for an answer', () => {
    const person = aPerson(settings);
    expect(nextDeadline(person.state, settings)).toBe(after(1800));
    expect(person.at(1800, CLOCK)).toMatchObject({
      status: 'idleCheck',
      stoppedTrackType: 5,
      statusChangedAt: after(1800),
    });
    expect(nextDeadline(person.state, settings)).toBeNull();
    expect(person.at(2000, startOf('w1')).status).toBe('tracking');
    expect(nextDeadline(person.state, settings)).toBeNull();
  });

  test.each([
    ['one hour', IDLE_POSTPONEMENT.oneHour, '2026-03-02T09:30:00Z'],
    ['tomorrow', IDLE_POSTPONEMENT.tomorrow, '2026-03-02T23:00:00Z'],
    ['next Monday', IDLE_POSTPONEMENT.nextMonday, '2026-03-08T23:00:00Z'],
  ])('put off by %s it comes again then', (_, until, expected) => {
    const person = aPerson(settings);
    expect(person.at(1800, { type: 'idleCheckPostponed', until }).status).toBe('idle');
    expect(nextDeadline(person.state, settings)).toBe(Date.parse(expected));
    expect(person.at(700_000, CLOCK)).toMatchObject({
      status: 'idleCheck',
      statusChangedAt: Date.parse(expected),
    });
  });

  test('a start ends the postponement', () => {
    const person = aPerson(settings);
    person.at(0, { type: 'idleCheckPostponed', until: IDLE_POSTPONEMENT.nextMonday });
    person.at(10, startOf('w1'));
    person.at(20, USER_STOP);
    expect(nextDeadline(person.state, settings)).toBe(after(1820));
  });

  test('is refused while a track runs', () => {
    const person = aPerson(settings);
    const running = person.at(0, startOf('w1'));
    expect(person.at(10, { type: 'idleCheckPostponed', until: IDLE_POSTPONEMENT.oneHour })).toBe(running);
    expect(person.refusal).toEqual({ level: 'Warning', message: 'A track is running.' });
  });
});

test('causes at the same moment: the longest track wins over a lost connection, because it keeps more', () => {
  const person = aPerson(offBut({ longestTrack: 600, connectionGrace: 60 }));
  person.at(0, startOf('w1'));
  person.at(540, ping());
  person.at(600, CLOCK);
  expect(person.effects).toMatchObject([{ seconds: 600, stoppedTrackType: 4 }]);
});

test('a rule that was tightened meanwhile cuts at its own length, but time stamps do not go back', () => {
  const { state } = track(neverTracked(after(0)), startOf('w1'), {
    now: after(0),
    timeZone: 'UTC',
    settings: offBut({}),
  });
  const pinged = track(state, ping(), { now: after(900), timeZone: 'UTC', settings: offBut({}) });
  const cut = track(pinged.state, CLOCK, {
    now: after(901),
    timeZone: 'UTC',
    settings: offBut({ longestTrack: 600 }),
  });
  expect(cut.state).toMatchObject({
    stoppedTrackType: 4,
    statusChangedAt: after(900),
    changedAt: after(900),
  });
  expect(cut.effects).toMatchObject([{ seconds: 600 }]);
  const asked = track(pinged.state, CLOCK, {
    now: after(901),
    timeZone: 'UTC',
    settings: offBut({ activityCheckEvery: 60 }),
  });
  expect(asked.state).toMatchObject({ status: 'activityCheck', statusChangedAt: after(900) });
});

test('putting off a reminder that did not come yet is no change of status', () => {
  const person = aPerson(offBut({ idleCheckEvery: 1800 }));
  const state = person.at(60, { type: 'idleCheckPostponed', until: IDLE_POSTPONEMENT.oneHour });
  expect(state).toMatchObject({
    status: 'idle',
    statusChangedAt: after(0),
    changedAt: after(60),
    remindAt: after(3660),
  });
});
