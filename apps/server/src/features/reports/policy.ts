import type { Principal } from '../../identity/principals.ts';
import type { StoredReport } from './store.ts';

type Person = Pick<Principal, 'id' | 'role'>;

/** A report is seen by its owner, and by everybody when it is the organization's. A link shows it to everybody too. */
export function maySee({ id }: Person, report: StoredReport): boolean {
  return report.ownerId === id || report.visibility === 'organization';
}

/** A report is changed by its owner; the organization's by administrators too. */
export function mayChange({ id, role }: Person, report: StoredReport): boolean {
  return report.ownerId === id || (role === 'Administrator' && report.visibility === 'organization');
}
