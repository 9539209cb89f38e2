import type { Principal } from '../../identity/principals.ts';

/** What of the audit log somebody may read: everything (null), or what one person did and what was done to that person's time. */
export type Scope = { personId: string } | null;

export function scopeOf({ role, id }: Pick<Principal, 'role' | 'id'>): Scope {
  return role === 'Administrator' ? null : { personId: id };
}

/** Network addresses tell where people are: administrators see all, everyone else their own. */
export function maySeeAddress(scope: Scope, doerId: string | null): boolean {
  return scope === null || scope.personId === doerId;
}
