import type { UserId } from '../brands.ts';
import { may } from './actions.ts';
import { isAtLeast, type Role } from './roles.ts';

/** Who asks. */
export interface Actor {
  readonly id: UserId;
  readonly role: Role;
  /** Approves the weeks that are assigned to them; beside the role. */
  readonly isApprovalManager?: boolean;
  /** Approves everyone's weeks. */
  readonly isGlobalApprovalManager?: boolean;
}

/** Whose a worklog is, as far as rights go. */
export interface WorklogOwnership {
  readonly ownerId: UserId;
  readonly addedById: UserId;
  /** True from the owner's first edit on: then whoever added the entry on their behalf may no longer change it. */
  readonly editedByOwner: boolean;
}

/** What an organization lets its members see of each other (product.md, Settings > Privacy). */
export interface Privacy {
  /** Whether the role Team sees everyone's time; no, unless the organization says so. */
  readonly membersSeeOthers?: boolean;
}

/** Says whether a person may see someone's worklogs: one's own, or everyone's from Product on, or from Team on by the privacy setting. */
export function maySeeWorklogsOf(
  actor: Actor,
  ownerId: UserId,
  { membersSeeOthers = false }: Privacy = {},
): boolean {
  const isOpen = membersSeeOthers || actor.id === ownerId;
  return may(actor.role, isOpen ? 'trackOwnTime' : 'seeOthersTime');
}

/**
 * Says whether a person may add worklogs for someone: for themselves from Team on, for others from the role that the organization's
 * setting names, Administrator by default. Role None may nothing, whatever the setting says.
 */
export function mayAddWorklogFor(
  actor: Actor,
  ownerId: UserId,
  roleOverOthers: Role = 'Administrator',
): boolean {
  return may(actor.role, 'trackOwnTime') && (actor.id === ownerId || isAtLeast(actor.role, roleOverOthers));
}

/**
 * Says whether a person may change or delete a worklog: an own one, one of anybody with the right over others' time, or one added on
 * someone's behalf until its owner edits it (product.md, People and roles).
 */
export function mayEditWorklog(
  actor: Actor,
  worklog: WorklogOwnership,
  roleOverOthers: Role = 'Administrator',
): boolean {
  if (mayAddWorklogFor(actor, worklog.ownerId, roleOverOthers)) return true;
  return may(actor.role, 'trackOwnTime') && actor.id === worklog.addedById && !worklog.editedByOwner;
}
