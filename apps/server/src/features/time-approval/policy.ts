import {
  type Actor,
  mayDecideWeek,
  mayListWeeks,
  maySeeWorklogsOf,
  type UserId,
  type WeekOwnership,
} from '@stint/domain';
import type { Organization } from '../../identity/organizations.ts';
import type { Principal } from '../../identity/principals.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { Member } from './members.ts';
import type { Week } from './week.ts';

/** The caller as the domain's rights look at them. */
export function actorOf(principal: Principal): Actor {
  const { id, role, isApprovalManager, isGlobalApprovalManager } = principal;
  return { id: id as UserId, role, isApprovalManager, isGlobalApprovalManager };
}

/** Whether the caller may decide about a person's week: as the manager it is assigned to, the person's own, or a global one. */
function mayDecide(principal: Principal, person: Member, assignedManagerId: string | null): boolean {
  const actor = actorOf(principal);
  return [assignedManagerId, person.approvalManagerId].some((managerId) =>
    mayDecideWeek(actor, ownership(person.id, managerId)),
  );
}

/** Whether the caller may see all weeks of a person, beside those that are assigned to them. */
export function maySeeWeeksOf(principal: Principal, organization: Organization, person: Member): boolean {
  const privacy = { membersSeeOthers: organization.settings.membersSeeOthersTime };
  return (
    maySeeWorklogsOf(actorOf(principal), person.id as UserId, privacy) || mayDecide(principal, person, null)
  );
}

/** AccessDenied unless the caller may decide about the week; EntityNotFound for an id that they may not know of. */
export function checkMayDecide(
  principal: Principal,
  organization: Organization,
  { person, week, isNamedById }: { person: Member; week: Week; isNamedById: boolean },
): void {
  if (mayDecide(principal, person, week.assignedManagerId)) return;
  if (isNamedById && !maySeeWeeksOf(principal, organization, person)) throw notFound('week', week.id ?? '');
  throw new Refusal(
    'AccessDenied',
    `The week of ${week.start} is for the manager that it is assigned to, or for a global approval manager.`,
  );
}

/** Whose weeks a manager lists: everyone's, or those of one's own people and the ones assigned to oneself. */
export function reachOf(principal: Principal): 'everyone' | 'own' | 'nobody' {
  const actor = actorOf(principal);
  if (!mayListWeeks(actor)) return 'nobody';
  return actor.isGlobalApprovalManager === true ? 'everyone' : 'own';
}

function ownership(personId: string, managerId: string | null): WeekOwnership {
  return { personId: personId as UserId, assignedManagerId: managerId as UserId | null };
}
