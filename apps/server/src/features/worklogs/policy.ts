import { mayAddWorklogFor, mayEditWorklog, maySeeWorklogsOf, type UserId } from '@stint/domain';
import type { Organization } from '../../identity/organizations.ts';
import type { Principal } from '../../identity/principals.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { Entry } from './entry.ts';

/** Whether the caller may change or delete an entry. */
export function mayEdit(principal: Principal, organization: Organization, entry: Entry): boolean {
  const ownership = {
    ownerId: entry.personId as UserId,
    addedById: entry.addedBy as UserId,
    editedByOwner: entry.isEditedByOwner,
  };
  return mayEditWorklog(actorOf(principal), ownership, organization.settings.othersTimeEditor);
}

/** EntityNotFound unless the caller may know of the entry: it is theirs, added by them, or everyone's time is open to them. */
export function checkSeen(principal: Principal, organization: Organization, entry: Entry): void {
  if (maySee(principal, organization, entry.personId) || entry.addedBy === principal.id) return;
  throw notFound('worklog', entry.id);
}

/** Whether the caller may know what is billable: of their own entries, those they added, and from Product on all. */
export function maySeeBillable(principal: Principal, entry: Entry): boolean {
  const isOwn = entry.personId === principal.id || entry.addedBy === principal.id;
  return isOwn || maySeeWorklogsOf(actorOf(principal), entry.personId as UserId);
}

/** NoRightsToWorkLogModification unless the caller may change the entry. */
export function checkEdit(principal: Principal, organization: Organization, entry: Entry): void {
  if (mayEdit(principal, organization, entry)) return;
  throw new Refusal(
    'NoRightsToWorkLogModification',
    `The worklog ${entry.id} is someone else's; ${whoMay(organization)} may change it.`,
  );
}

/** NoRightsToWorkLogModification unless the caller may book time for this person. */
export function checkAddFor(principal: Principal, organization: Organization, ownerId: string): void {
  if (mayAddWorklogFor(actorOf(principal), ownerId as UserId, organization.settings.othersTimeEditor)) return;
  throw new Refusal(
    'NoRightsToWorkLogModification',
    `userId: ${whoMay(organization)} may book time for others; leave it out to book your own.`,
  );
}

function whoMay({ settings }: Organization): string {
  const { othersTimeEditor: role } = settings;
  const roles = role === 'Administrator' ? `the role ${role}` : `the role ${role} or a higher one`;
  return `only ${roles} (setting othersTimeEditor)`;
}

/** AccessDenied unless the caller may list everyone's time. */
export function checkSeeAll(principal: Principal, organization: Organization): void {
  if (maySee(principal, organization, '')) return;
  throw new Refusal(
    'AccessDenied',
    `Everyone's time is for the roles Product, Budget and Administrator; yours is ${principal.role} (setting membersSeeOthersTime).`,
  );
}

function maySee(principal: Principal, { settings }: Organization, ownerId: string): boolean {
  const privacy = { membersSeeOthers: settings.membersSeeOthersTime };
  return maySeeWorklogsOf(actorOf(principal), ownerId as UserId, privacy);
}

function actorOf(principal: Principal): { id: UserId; role: Principal['role'] } {
  return { id: principal.id as UserId, role: principal.role };
}
