import type { TrackingState } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { closedFor } from '../../http/admission.ts';
import type { Member, Principal } from '../../identity/principals.ts';
import type { Organization } from '../../identity/organizations.ts';
import { stateOf } from '../tracking/answer.ts';
import { clientSettingsOf } from '../tracking/client-settings.ts';
import { shownDetails } from '../tracking/record.ts';
import type { Shown, Tracking } from '../tracking/service.ts';
import type { ConnectedPerson } from './connected.ts';
import type { Known } from './known.ts';
import type { HubUser } from './who.ts';

/** What a connected person is to see now. */
export interface Look {
  kind: 'seen';
  known: Known;
  /** As the given version of the API writes it. */
  state: (version: string) => TrackingState;
}

/** A person who is to see nothing any more, or not now, and why. */
export interface Dismissal {
  kind: 'dismissed';
  reason: string;
  mayComeBack: boolean;
}

type LookDependencies = Pick<Dependencies, 'database' | 'organizations' | 'principals'>;

/** Reads what a connected person is to see, or why they are to see nothing. */
export async function lookAt(
  { database, organizations, principals }: LookDependencies,
  tracking: Pick<Tracking, 'current'>,
  { user }: Pick<ConnectedPerson, 'user'>,
): Promise<Look | Dismissal> {
  const { organizationId, personId, address } = user;
  const organization = await organizations.byId(organizationId);
  const member = await principals.byId(organizationId, personId);
  if (!organization || !member || member.role === 'None') return NO_ROLE;
  const closed = closedFor(organization);
  if (closed !== null) return { kind: 'dismissed', reason: closed.message, mayComeBack: true };
  const principal = principalOf(member, user);
  const db = database.organization(organizationId);
  const source = { personId, via: 'tracking', address } as const;
  const shown = await tracking.current({ db, organization, principal, source });
  return {
    kind: 'seen',
    known: {
      track: visiblePart(shown),
      isChecking: shown.view.record.tracking.status === 'activityCheck',
      settings: settingsText(organization, principal),
      isStartAllowed: organization.settings.operation === 'active',
    },
    state: (version) => stateOf(shown, { organization, principal, version }),
  };
}

const NO_ROLE: Dismissal = {
  kind: 'dismissed',
  reason: 'You have no role in this organization any more.',
  mayComeBack: false,
};

/** The settings that a person's clients are told, to compare: without the time they were read. */
export function settingsText(organization: Organization, principal: Principal): string {
  return JSON.stringify(clientSettingsOf({ organization, principal }, 0));
}

/** A member as the owner of a connection. */
export function principalOf(member: Member, { credential, sessionMethod }: HubUser): Principal {
  return { ...member, credential, sessionMethod };
}

/** What people see of a track, without what runs on by itself; a ping changes nothing of it. */
function visiblePart({ view: { record } }: Shown): string {
  const { status, stoppedTrackType, statusChangedAt, run } = record.tracking;
  const details = shownDetails(record.tracking);
  return JSON.stringify([
    [status, stoppedTrackType, statusChangedAt],
    run && [run.workLogId, run.startedAt, run.timeZoneMinutes, run.checkedSince],
    details && [details.workItemId, details.comment, details.activityTypeId, details.isBillable],
    record.lastWorkLogId,
  ]);
}
