import { expect, test } from 'vitest';
import { approversAmong, countedOf, filterPeople, mergePeople, type Person } from './people.ts';
import { readPeople } from './read-people.ts';

const user = (id: string, name: string) => ({
  id,
  name,
  uniqueName: `${name}@x`,
  email: null,
  displayName: null,
  vstsId: null,
  vstsCollectionId: null,
});
const person = (name: string, role: Person['role'], part: Person['part'] = 'none'): Person => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@contoso.com`,
  uniqueName: name,
  role,
  part,
  approverId: null,
});
const people = [person('Ann', 'Budget', 'manager'), person('Bob', 'None'), person('Cleo', 'Team', 'global')];

test('roles and parts in approvals are put together; whoever has no part has none', () => {
  const users = ['a', 'b', 'c'].map((id) => ({ ...user(id, id), role: { id, name: 'Team' as const } }));
  const approvals = [
    { user: user('a', 'a'), isApprovalManager: true, isGlobalApprovalManager: true, approvalManager: null },
    {
      user: user('b', 'b'),
      isApprovalManager: true,
      isGlobalApprovalManager: false,
      approvalManager: user('a', 'a'),
    },
  ];
  const merged = mergePeople(users, approvals);
  expect(merged.map(({ part, approverId }) => [part, approverId])).toEqual([
    ['global', null],
    ['manager', 'a'],
    ['none', null],
  ]);
});

test.each([
  ['', [], ['Ann', 'Bob', 'Cleo']],
  [' ann ', [], ['Ann']],
  ['CONTOSO', ['None', 'Team'], ['Bob', 'Cleo']],
  ['nobody', [], []],
])('search “%s” with roles %j', (search, roles, names) => {
  expect(filterPeople(people, { search, roles }).map(({ name }) => name)).toEqual(names);
});

test('the role None is not counted; managers of both kinds can approve', () => {
  expect(countedOf(people)).toBe(2);
  expect(approversAmong(people).map(({ name }) => name)).toEqual(['Ann', 'Cleo']);
});

test('people are read from lines as address books write them', () => {
  const text =
    'Ann Lee <ann@contoso.com>\n"Lee, Bo" <bo@contoso.com>\r\n\nfay.o-neil@contoso.com\nANN@contoso.com\nno one';
  expect(readPeople(text)).toEqual({
    people: [
      { name: 'Ann Lee', email: 'ann@contoso.com' },
      { name: 'Lee Bo', email: 'bo@contoso.com' },
      { name: 'Fay O Neil', email: 'fay.o-neil@contoso.com' },
    ],
    unreadable: ['no one'],
  });
});
