import { describe, expect, test } from 'vitest';
import { actsWanted, eventTypeOf, eventTypes, readSubscriptions, typesWanted } from './events.ts';

test.each([
  ['worklog', 'create', 'worklog.created'],
  ['worklog', 'restore', 'worklog.restored'],
  ['track', 'stop', 'track.stopped'],
  ['week', 'reject', 'approval.rejected'],
  ['budget', 'threshold', 'budget.threshold'],
  ['role', 'change', 'user.roleChanged'],
  ['settings', 'change', 'settings.changed'],
  ['activityType', 'delete', 'activityType.deleted'],
  ['webhook', 'create', null],
  ['token', 'create', null],
  ['session', 'signIn', null],
  ['password', 'change', null],
])('%s %s is told as %s', (entity, action, type) => {
  expect(eventTypeOf(entity, action)).toBe(type);
});

test('each act is one type of event', () => {
  const acts = Object.values(eventTypes).flatMap((kind) => kind.acts);
  expect(new Set(acts).size).toBe(acts.length);
});

describe('subscriptions', () => {
  const all = Object.keys(eventTypes);
  test.each([
    [[], all],
    [['*'], all],
    [['worklog.created'], ['worklog.created']],
    [['track.*'], ['track.started', 'track.stopped', 'track.adjusted', 'track.dropped']],
    [
      ['budget.threshold', 'worklog.deleted'],
      ['worklog.deleted', 'budget.threshold'],
    ],
  ])('%j are told %j', (subscriptions, types) => {
    expect(typesWanted(subscriptions)).toEqual(types);
  });

  test('are known to the database as acts', () => {
    expect(actsWanted(['user.created', 'worklog.created'])).toEqual([
      'worklog create',
      'user create',
      'person create',
    ]);
  });

  test.each(['worklog', 'worklog.*.*', 'ping', 'webhook.*', '.*', ''])('"%s" is refused by name', (text) => {
    expect(() => readSubscriptions(['worklog.*', text])).toThrow(`events: "${text}" is no type of event`);
  });
});
