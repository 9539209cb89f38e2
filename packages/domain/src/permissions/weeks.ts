import type { UserId } from '../brands.ts';
import { may } from './actions.ts';
import type { Actor } from './worklogs.ts';

/** Whose a week is and who was asked to approve it. */
export interface WeekOwnership {
  readonly personId: UserId;
  readonly assignedManagerId: UserId | null;
}

/**
 * Says whether a person may decide about a week as a manager: the assigned one, if an approval manager, or a global one. Only a
 * global one may decide about the own week. Role None may nothing (product.md, People and roles, Approvals).
 */
export function mayDecideWeek(actor: Actor, week: WeekOwnership): boolean {
  if (!may(actor.role, 'trackOwnTime')) return false;
  if (actor.isGlobalApprovalManager === true) return true;
  return (
    actor.isApprovalManager === true && actor.id === week.assignedManagerId && actor.id !== week.personId
  );
}

/** Says whether a person may list the weeks that others submitted: approval managers do, assigned and global (api.md 3.4). */
export function mayListWeeks(actor: Actor): boolean {
  const isManager = actor.isApprovalManager === true || actor.isGlobalApprovalManager === true;
  return isManager && may(actor.role, 'trackOwnTime');
}
