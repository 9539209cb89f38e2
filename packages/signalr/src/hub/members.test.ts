import { expect, test } from 'vitest';
import { createMembers } from './members.ts';
import type { LiveConnection } from './connection.ts';
import type { Target } from './target.ts';

function connection(id: string, userId: string) {
  return { id, userId } as LiveConnection<unknown>;
}

function threeMembers() {
  const members = createMembers<unknown>();
  for (const [id, user] of [
    ['a1', 'ann'],
    ['a2', 'ann'],
    ['b1', 'bob'],
  ] as const) {
    members.add(connection(id, user));
  }
  const reached = (target: Target) => [...members.reached(target)].map(({ id }) => id).sort();
  return { members, reached };
}

test('a call reaches everybody, all connections of a user, or single connections', () => {
  const { reached } = threeMembers();
  expect(reached({ kind: 'all', except: [] })).toEqual(['a1', 'a2', 'b1']);
  expect(reached({ kind: 'all', except: ['a2', 'gone'] })).toEqual(['a1', 'b1']);
  expect(reached({ kind: 'users', ids: ['ann', 'nobody'] })).toEqual(['a1', 'a2']);
  expect(reached({ kind: 'connections', ids: ['b1', 'b1', 'gone'] })).toEqual(['b1']);
});

test('a group reaches each member once, however many groups are named', () => {
  const { members, reached } = threeMembers();
  members.join('a1', 'red');
  members.join('b1', 'red');
  members.join('a1', 'blue');
  expect(reached({ kind: 'groups', names: ['red', 'blue'], except: [] })).toEqual(['a1', 'b1']);
  expect(reached({ kind: 'groups', names: ['red'], except: ['b1'] })).toEqual(['a1']);
  members.leave('a1', 'red');
  expect(reached({ kind: 'groups', names: ['red'], except: [] })).toEqual(['b1']);
});

test('who is gone is in no group, and cannot join one', () => {
  const { members, reached } = threeMembers();
  members.join('a1', 'red');
  members.remove(members.find('a1') as LiveConnection<unknown>);
  expect([...members.all()]).toHaveLength(2);
  expect(reached({ kind: 'groups', names: ['red'], except: [] })).toEqual([]);
  expect(reached({ kind: 'users', ids: ['ann'] })).toEqual(['a2']);
  expect(members.join('a1', 'red')).toBe(false);
});
