import type { ApprovalPerson, RoleName, UserWithRole } from '@stint/contract';

/** Whose weeks somebody approves: nobody's, those of people who name them, or everyone's. */
export const APPROVAL_PARTS = ['none', 'manager', 'global'] as const;
export type ApprovalPart = (typeof APPROVAL_PARTS)[number];

/** One person as the page of users and roles shows them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Empty where there is none. */
  readonly email: string;
  readonly uniqueName: string;
  readonly role: RoleName;
  readonly part: ApprovalPart;
  /** Who approves their weeks; null for any global manager. */
  readonly approverId: string | null;
}

/** Which people to show. */
export interface PeopleFilter {
  /** A part of the name or e-mail. */
  readonly search: string;
  readonly roles: readonly string[];
}

/** Roles, from the lowest. People with the role None are known, but not counted: they take no licence. */
export const ROLES: readonly RoleName[] = ['None', 'Team', 'Product', 'Budget', 'Administrator'];

/** Puts together what people may, and what their part in approvals is. */
export function mergePeople(users: readonly UserWithRole[], approvals: readonly ApprovalPerson[]): Person[] {
  const parts = new Map(approvals.map((each) => [each.user.id, each]));
  return users.map(({ id, name, email, uniqueName, role }) => {
    const part = parts.get(id);
    return {
      id,
      name,
      email: email ?? '',
      uniqueName,
      role: role.name,
      part: partOf(part),
      approverId: part?.approvalManager?.id ?? null,
    };
  });
}

function partOf(person: ApprovalPerson | undefined): ApprovalPart {
  if (person?.isGlobalApprovalManager) return 'global';
  return person?.isApprovalManager ? 'manager' : 'none';
}

/** The people that a filter lets through, in their order. */
export function filterPeople(people: readonly Person[], { search, roles }: PeopleFilter): Person[] {
  const wish = search.trim().toLowerCase();
  return people.filter(
    ({ name, email, uniqueName, role }) =>
      (roles.length === 0 || roles.includes(role)) &&
      [name, email, uniqueName].some((text) => text.toLowerCase().includes(wish)),
  );
}

/** How many people take a licence. */
export function countedOf(people: readonly Person[]): number {
  return people.filter(({ role }) => role !== 'None').length;
}

/** Who can be named as approver. */
export function approversAmong(people: readonly Person[]): Person[] {
  return people.filter(({ part }) => part !== 'none');
}
