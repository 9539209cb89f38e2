import type { WorkLog } from '@stint/contract';
import type { Organization } from '../../identity/organizations.ts';
import { userOf } from '../../identity/people.ts';
import type { ShownEntry } from './store.ts';

/** What the answer shows beside the worklog itself. */
export interface Presentation {
  organization: Organization;
  expand: string | undefined;
  /** Whether the caller may change it; null when that was not asked for. */
  editable: boolean | null;
  /** Whether the caller may know what is billable; yes, unless it says no. */
  showsBillable?: boolean;
}

/** A worklog on the wire (api.md 3.2). */
export function workLogOf(
  shown: ShownEntry,
  { organization, expand, editable, showsBillable = true }: Presentation,
): WorkLog {
  const { entry } = shown;
  return {
    timestamp: entry.localStartedAt,
    length: entry.seconds,
    billableLength: showsBillable ? entry.billableSeconds : null,
    workItemId: entry.workItemId,
    comment: entry.comment,
    user: userOf(shown.user, organization, expand),
    addedByUser: userOf(shown.addedByUser, organization, expand),
    editedByUser: userOf(shown.editedByUser, organization, expand),
    createdTimestamp: entry.localCreatedAt,
    editedTimestamp: entry.localEditedAt,
    activityType: shown.activityType,
    flags: {
      isTracked: entry.isTracked,
      isManuallyEntered: !entry.isTracked && !entry.isImported,
      isChanged: entry.isChanged,
      isTrackedExtended: entry.isTrackedExtended,
      isImported: entry.isImported,
      isFromApi: entry.isFromApi,
      isBillable: showsBillable && entry.isBillable,
    },
    isCanEdit: editable,
    isCanDelete: editable,
    id: entry.id,
  };
}
