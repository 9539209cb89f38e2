import { describe, expect, test } from 'vitest';
import { userId } from '../brands.ts';
import { ACTIONS, type Action, may } from './actions.ts';
import { effectiveRole, isAtLeast, isRole, ROLES, type Role } from './roles.ts';
import { mayAddWorklogFor, mayEditWorklog, maySeeWorklogsOf } from './worklogs.ts';

const me = userId('me');
const cleo = userId('cleo');
const dan = userId('dan');

/** The roles that a rule lets pass. */
function can(rule: (role: Role) => boolean): Role[] {
  return ROLES.filter((role) => rule(role));
}

describe('role × action', () => {
  const table: Record<Action, Record<Role, boolean>> = {
    trackOwnTime: { None: false, Team: true, Product: true, Budget: true, Administrator: true },
    seeOthersTime: { None: false, Team: false, Product: true, Budget: true, Administrator: true },
    seeBillable: { None: false, Team: false, Product: true, Budget: true, Administrator: true },
    manageBudgets: { None: false, Team: false, Product: false, Budget: true, Administrator: true },
    listRoles: { None: false, Team: false, Product: false, Budget: false, Administrator: true },
    manageUsers: { None: false, Team: false, Product: false, Budget: false, Administrator: true },
    manageSettings: { None: false, Team: false, Product: false, Budget: false, Administrator: true },
    manageTokensOfOthers: { None: false, Team: false, Product: false, Budget: false, Administrator: true },
    seeAuditLog: { None: false, Team: false, Product: false, Budget: false, Administrator: true },
  };

  test.each([...ACTIONS])('%s', (action) => {
    expect(Object.fromEntries(ROLES.map((role) => [role, may(role, action)]))).toEqual(table[action]);
  });

  test('the table names every action', () => {
    expect(ACTIONS.toSorted()).toEqual(Object.keys(table).toSorted());
  });
});

describe('worklogs', () => {
  const own = { ownerId: me, addedById: me, editedByOwner: false };
  const foreign = { ownerId: cleo, addedById: cleo, editedByOwner: false };
  const onBehalf = { ownerId: cleo, addedById: me, editedByOwner: false };

  test('own time is seen and edited from Team on', () => {
    expect(can((role) => maySeeWorklogsOf({ id: me, role }, me))).toEqual([
      'Team',
      'Product',
      'Budget',
      'Administrator',
    ]);
    expect(can((role) => mayAddWorklogFor({ id: me, role }, me))).toEqual([
      'Team',
      'Product',
      'Budget',
      'Administrator',
    ]);
    expect(can((role) => mayEditWorklog({ id: me, role }, own))).toEqual([
      'Team',
      'Product',
      'Budget',
      'Administrator',
    ]);
  });

  test("others' time is seen from Product on", () => {
    expect(can((role) => maySeeWorklogsOf({ id: me, role }, cleo))).toEqual([
      'Product',
      'Budget',
      'Administrator',
    ]);
  });

  test("others' time is seen from Team on where the organization lets members see it", () => {
    const roles = (membersSeeOthers: boolean) =>
      can((role) => maySeeWorklogsOf({ id: me, role }, cleo, { membersSeeOthers }));
    expect(roles(true)).toEqual(['Team', 'Product', 'Budget', 'Administrator']);
    expect(roles(false)).toEqual(['Product', 'Budget', 'Administrator']);
  });

  test("others' time is added and edited by administrators, if the setting names no other role", () => {
    expect(can((role) => mayAddWorklogFor({ id: me, role }, cleo))).toEqual(['Administrator']);
    expect(can((role) => mayEditWorklog({ id: me, role }, foreign))).toEqual(['Administrator']);
    expect(can((role) => mayAddWorklogFor({ id: me, role }, cleo, 'Product'))).toEqual([
      'Product',
      'Budget',
      'Administrator',
    ]);
    expect(can((role) => mayEditWorklog({ id: me, role }, foreign, 'Budget'))).toEqual([
      'Budget',
      'Administrator',
    ]);
  });

  test('role None may nothing, even if the setting names it', () => {
    const nobody = { id: me, role: 'None' } as const;
    expect(mayAddWorklogFor(nobody, cleo, 'None')).toBe(false);
    expect(mayEditWorklog(nobody, onBehalf, 'None')).toBe(false);
  });

  test('an entry added on behalf of someone is edited by both until its owner edits it', () => {
    const edited = { ...onBehalf, editedByOwner: true };
    expect(mayEditWorklog({ id: me, role: 'Team' }, onBehalf)).toBe(true);
    expect(mayEditWorklog({ id: cleo, role: 'Team' }, onBehalf)).toBe(true);
    expect(mayEditWorklog({ id: dan, role: 'Team' }, onBehalf)).toBe(false);
    expect(mayEditWorklog({ id: me, role: 'Team' }, edited)).toBe(false);
    expect(mayEditWorklog({ id: cleo, role: 'Team' }, edited)).toBe(true);
    expect(mayEditWorklog({ id: dan, role: 'Administrator' }, edited)).toBe(true);
  });
});

test('roles are known by their names and stand in order', () => {
  expect(['None', 'Administrator'].every(isRole)).toBe(true);
  expect(['administrator', '', 'Owner'].some(isRole)).toBe(false);
  expect(isAtLeast('Budget', 'Product')).toBe(true);
  expect(isAtLeast('Team', 'Product')).toBe(false);
});

test.each<[Role, Role[], Role]>([
  ['Team', [], 'Team'],
  ['None', ['Product', 'Team'], 'Product'],
  ['Team', ['Team', 'Budget', 'Product'], 'Budget'],
  ['Administrator', ['None'], 'Administrator'],
])('own role %s with groups of %j makes %s', (own, groups, effective) => {
  expect(effectiveRole(own, groups)).toBe(effective);
});
