import type { Dependencies } from '../../dependencies.ts';
import type { ApprovalLists } from '../mail/reminders.ts';
import { countPending } from './list-approvals.ts';
import { listUnsubmitted } from './list-unsubmitted.ts';

const BY_JOB = { personId: null, via: 'job', address: null } as const;

/** What letters tell of approvals. */
export function approvalsForMail({ clock }: Pick<Dependencies, 'clock'>): ApprovalLists {
  return {
    async unsubmitted({ db, organization }, reader, { from, to }) {
      const query = { $fromTimestamp: from, $toTimestamp: to };
      const principal = reader?.principal ?? everybody(organization.id);
      const weeks = await listUnsubmitted({ db, organization, principal, source: BY_JOB }, query, clock());
      return weeks.map(({ user, weekStartDate, trackedLength }) => ({
        personId: user.id,
        name: user.name,
        week: weekStartDate.slice(0, 10),
        tracked: trackedLength,
      }));
    },
    pending: ({ db, organization }, { principal }) =>
      countPending({ db, organization, principal, source: BY_JOB }),
  };
}

/** Sees what a global approval manager sees. */
function everybody(organizationId: string) {
  return {
    organizationId,
    id: '00000000-0000-0000-0000-000000000000',
    uniqueName: '',
    email: null,
    displayName: '',
    azureDevOpsId: null,
    role: 'Team',
    timeZone: 'UTC',
    defaultActivityTypeId: null,
    isApprovalManager: true,
    isGlobalApprovalManager: true,
    credential: { kind: 'token', id: '' },
    sessionMethod: null,
  } as const;
}
