import { demoPeople } from '@stint/azure-devops-simulator';
import type { RoleName } from '@stint/contract';
import type { DemoIds } from './ids.ts';

/** A person of the demo organization. */
export interface DemoMember {
  id: string;
  email: string;
  displayName: string;
  azureDevOpsId: string;
  role: RoleName;
  /** IANA name. */
  timeZone: string;
}

const roles = new Map<string, RoleName>([
  ['admin', 'Administrator'],
  ['ann', 'Budget'],
  ['bob', 'Product'],
]);

/** Those who do not live in Berlin. */
const timeZones = new Map([
  ['finn', 'Europe/London'],
  ['jan', 'America/New_York'],
  ['kim', 'Asia/Tokyo'],
]);

/** Who approves everyone's weeks. */
export const DEMO_MANAGER = 'ann@demo.local';

/** The twelve people, the administrator first; the same that the simulated Azure DevOps knows. */
export function demoMembers(ids: DemoIds): DemoMember[] {
  return demoPeople.map(({ id, uniqueName, displayName }) => {
    const [account = ''] = uniqueName.split('@');
    return {
      id: ids.of(`person ${account}`),
      email: uniqueName,
      displayName,
      azureDevOpsId: id,
      role: roles.get(account) ?? 'Team',
      timeZone: timeZones.get(account) ?? 'Europe/Berlin',
    };
  });
}

/** The rows of `person`; nobody has a password: the first sign-in is by a one-time link. */
export function personRows(members: readonly DemoMember[], organizationId: string, createdAt: string) {
  const manager = members.find(({ email }) => email === DEMO_MANAGER);
  return members.map((member) => ({
    organization_id: organizationId,
    id: member.id,
    unique_name: member.email,
    email: member.email,
    display_name: member.displayName,
    role: member.role,
    azure_devops_id: member.azureDevOpsId,
    time_zone: member.timeZone,
    is_approval_manager: member === manager,
    is_global_approval_manager: member === manager,
    approval_manager_id: member === manager ? null : (manager?.id ?? null),
    created_at: createdAt,
  }));
}
