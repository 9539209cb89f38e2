import { isAtLeast, type Role } from './roles.ts';

/** What a role alone decides, and the least role that may do it (product.md, People and roles). */
const LEAST_ROLE = {
  trackOwnTime: 'Team',
  seeOthersTime: 'Product',
  seeBillable: 'Product',
  manageBudgets: 'Budget',
  listRoles: 'Administrator',
  manageUsers: 'Administrator',
  manageSettings: 'Administrator',
  manageTokensOfOthers: 'Administrator',
  seeAuditLog: 'Administrator',
} as const satisfies Record<string, Role>;

export type Action = keyof typeof LEAST_ROLE;

/** All actions that a role alone decides. */
export const ACTIONS = Object.freeze(Object.keys(LEAST_ROLE) as Action[]);

/** Says whether a role may do something that has no owner. Role None may do nothing. */
export function may(role: Role, action: Action): boolean {
  return isAtLeast(role, LEAST_ROLE[action]);
}
