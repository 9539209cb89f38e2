import { expect, test } from 'vitest';
import { groupsOf, subscriptionsOf, typesOf } from './subscriptions.ts';

const ALL = ['worklog.created', 'worklog.deleted', 'user.created', 'user.roleChanged'];

test('types are grouped by what stands before the dot', () => {
  expect(groupsOf(ALL).map(({ group, types }) => [group, types.length])).toEqual([
    ['worklog', 2],
    ['user', 2],
  ]);
});

test.each([
  [[], ALL],
  [['*'], ALL],
  [['worklog.*'], ['worklog.created', 'worklog.deleted']],
  [
    ['user.created', 'worklog.deleted'],
    ['worklog.deleted', 'user.created'],
  ],
  [['work.*'], []],
])('%j covers %j', (subscriptions, types) => {
  expect(typesOf(subscriptions, ALL)).toEqual(types);
});

test('a whole group is its prefix, a part of it its types', () => {
  expect(subscriptionsOf(['worklog.created', 'worklog.deleted', 'user.created'], ALL)).toEqual([
    'worklog.*',
    'user.created',
  ]);
  expect(subscriptionsOf([], ALL)).toEqual([]);
});

test('what is chosen stays chosen', () => {
  for (const chosen of [['user.created'], ['worklog.created', 'worklog.deleted'], ALL])
    expect(typesOf(subscriptionsOf(chosen, ALL), ALL)).toEqual(chosen);
});
