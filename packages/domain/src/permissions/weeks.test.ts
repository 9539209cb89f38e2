import { describe, expect, test } from 'vitest';
import { userId } from '../brands.ts';
import { ROLES } from './roles.ts';
import { mayDecideWeek, mayListWeeks } from './weeks.ts';

const [me, cleo, ann] = [userId('me'), userId('cleo'), userId('ann')];
const manager = { isApprovalManager: true };
const global = { isGlobalApprovalManager: true };

describe('deciding about a week', () => {
  test.each([
    // what I am, whose week, assigned to → may decide
    ['nobody in particular', {}, cleo, me, false],
    ['an approval manager', manager, cleo, me, true],
    ['an approval manager', manager, cleo, ann, false],
    ['an approval manager', manager, cleo, null, false],
    ['an approval manager', manager, me, me, false],
    ['a global approval manager', global, cleo, ann, true],
    ['a global approval manager', global, cleo, null, true],
    ['a global approval manager', global, me, null, true],
    ['both', { ...manager, ...global }, me, me, true],
    ['neither', { isApprovalManager: false, isGlobalApprovalManager: false }, cleo, me, false],
  ])('%s %j: the week of %s assigned to %s: %s', (_, rights, personId, assignedManagerId, expected) => {
    const may = ROLES.filter((role) =>
      mayDecideWeek({ id: me, role, ...rights }, { personId, assignedManagerId }),
    );
    expect(may).toEqual(expected ? ['Team', 'Product', 'Budget', 'Administrator'] : []);
  });
});

test.each([
  [{}, false],
  [manager, true],
  [global, true],
  [{ isApprovalManager: false, isGlobalApprovalManager: false }, false],
])('listing weeks with %j: %s', (rights, expected) => {
  const may = ROLES.filter((role) => mayListWeeks({ id: me, role, ...rights }));
  expect(may).toEqual(expected ? ['Team', 'Product', 'Budget', 'Administrator'] : []);
});
