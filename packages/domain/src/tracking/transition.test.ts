import { describe, expect, test } from 'vitest';
import { workItemId } from '../brands.ts';
import { STOP_REASON } from './events.ts';
import { STOPPED_TRACK_TYPE } from './state.ts';
import { ALL_OFF, aPerson, after, details, offBut, startOf } from './testing/person.ts';

const USER_STOP = { type: 'stop', reason: STOP_REASON.user } as const;
const other = { ...details, workItemId: workItemId(1002), comment: 'Build' };

describe('start and stop', () => {
  test('a stopped track is booked with all it was started with', () => {
    const person = aPerson(ALL_OFF);
    expect(person.at(0, startOf('w1'))).toMatchObject({
      status: 'tracking',
      stoppedTrackType: 0,
      statusChangedAt: after(0),
    });
    expect(person.at(95.9, USER_STOP)).toMatchObject({
      status: 'idle',
      stoppedTrackType: 5,
      statusChangedAt: after(95.9),
    });
    expect(person.effects).toEqual([
      {
        type: 'book',
        workLogId: 'w1',
        startedAt: after(0),
        seconds: 95,
        timeZoneMinutes: 60,
        stoppedTrackType: 5,
        ...details,
      },
    ]);
  });

  test('starting while a track runs books the old one first, by concurrency', () => {
    const person = aPerson(ALL_OFF);
    person.at(0, startOf('w1'));
    const state = person.at(60, startOf('w2', { details: other }));
    expect(state.run).toMatchObject({ workLogId: 'w2', startedAt: after(60), details: other });
    expect(person.effects).toMatchObject([
      { type: 'book', workLogId: 'w1', seconds: 60, stoppedTrackType: 6 },
    ]);
  });

  test('the device that loses its track to another one is named', () => {
    const person = aPerson(ALL_OFF);
    person.at(0, startOf('w1', { deviceId: 'desktop' }));
    person.at(60, startOf('w2', { deviceId: 'desktop' }));
    person.at(90, startOf('w3', { deviceId: 'phone' }));
    expect(person.effects.map((effect) => effect.type)).toEqual(['book', 'book', 'lostToOtherDevice']);
    expect(person.effects[2]).toEqual({ type: 'lostToOtherDevice', deviceId: 'desktop', workLogId: 'w2' });
  });

  test('a track that no device started is lost to none', () => {
    const person = aPerson(ALL_OFF);
    person.at(0, startOf('w1'));
    person.at(60, startOf('w2', { deviceId: 'phone' }));
    expect(person.effects.map((effect) => effect.type)).toEqual(['book']);
  });

  test('a machine that stops the track leaves a person to be told', () => {
    const person = aPerson(ALL_OFF);
    person.at(0, startOf('w1'));
    const state = person.at(60, { type: 'stop', reason: STOP_REASON.machine });
    expect(state).toMatchObject({
      status: 'clientInputRequired',
      stoppedTrackType: STOPPED_TRACK_TYPE.clientCondition,
    });
    expect(person.effects).toMatchObject([{ type: 'book', seconds: 60, stoppedTrackType: 3 }]);
  });

  test('stopping when nothing runs is a warning and changes nothing', () => {
    const person = aPerson(ALL_OFF);
    const before = person.state;
    expect(person.at(5, USER_STOP)).toBe(before);
    expect(person.refusal).toEqual({ level: 'Warning', message: 'No track is running.' });
  });

  test('without a least length even a track of no length is kept', () => {
    const person = aPerson(ALL_OFF);
    person.at(0, startOf('w1'));
    person.at(0.2, USER_STOP);
    expect(person.effects).toMatchObject([{ type: 'book', seconds: 0 }]);
  });

  test('a track shorter than the least length is dropped with a warning that says so', () => {
    const person = aPerson(offBut({ leastLength: 60 }));
    person.at(0, startOf('w1'));
    person.at(59.9, startOf('w2'));
    person.at(119.9, USER_STOP);
    expect(person.effects).toEqual([
      {
        type: 'drop',
        workLogId: 'w1',
        startedAt: after(0),
        seconds: 59,
        stoppedTrackType: 6,
        message:
          'The track was not kept: it lasted 00:00:59, and your organization keeps tracks from 00:01:00 on (setting leastLength).',
      },
      expect.objectContaining({ type: 'book', workLogId: 'w2', seconds: 60 }),
    ]);
  });

  test('a clock that goes back does not turn time around', () => {
    const person = aPerson(ALL_OFF);
    person.at(100, startOf('w1'));
    expect(person.at(40, USER_STOP).statusChangedAt).toBe(after(100));
    expect(person.effects).toMatchObject([{ type: 'book', startedAt: after(100), seconds: 0 }]);
  });
});

describe('adjust and select', () => {
  test('adjusting changes what is booked, and only the fields that are given', () => {
    const person = aPerson(ALL_OFF);
    person.at(0, startOf('w1'));
    person.at(10, { type: 'adjust', changes: { comment: 'Pairing', workItemId: null } });
    person.at(20, USER_STOP);
    expect(person.effects).toMatchObject([
      { comment: 'Pairing', workItemId: null, activityTypeId: 'a-1', isBillable: true },
    ]);
  });

  test('adjusting when nothing runs is a warning', () => {
    const person = aPerson(ALL_OFF);
    person.at(0, { type: 'adjust', changes: { comment: 'x' } });
    expect(person.refusal?.level).toBe('Warning');
  });

  test('selecting starts nothing and leaves the running track alone', () => {
    const person = aPerson(ALL_OFF);
    expect(person.at(0, { type: 'select', details: other })).toMatchObject({
      status: 'idle',
      selected: other,
    });
    person.at(10, startOf('w1'));
    expect(person.at(20, { type: 'select', details: other }).run?.details).toEqual(details);
    expect(person.at(30, USER_STOP).selected).toEqual(other);
  });

  test('after a track the same is offered again, as it was adjusted', () => {
    const person = aPerson(ALL_OFF);
    person.at(0, startOf('w1'));
    person.at(10, { type: 'adjust', changes: { comment: 'Pairing' } });
    expect(person.at(30, USER_STOP).selected).toEqual({ ...details, comment: 'Pairing' });
  });
});
