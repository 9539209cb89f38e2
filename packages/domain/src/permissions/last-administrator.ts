import type { Problem } from '../problem.ts';
import type { Role } from './roles.ts';

/** A change of a person's effective role, and how many other administrators the organization has. */
export interface RoleChange {
  readonly before: Role;
  readonly after: Role;
  readonly otherAdministrators: number;
}

/** An organization keeps an administrator: the last one stays (api.md 3.4). Null when all is well. */
export function lastAdministratorProblem(change: RoleChange): Problem<'DbValidationError'> | null {
  if (change.before !== 'Administrator' || change.after === 'Administrator') return null;
  if (change.otherAdministrators > 0) return null;
  const message =
    `role ${change.after} would leave your organization without an Administrator; ` +
    'make someone else an Administrator first.';
  return { code: 'DbValidationError', field: 'role', setting: null, message };
}
