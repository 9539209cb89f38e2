import type { TrackingState } from '@stint/contract';
import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { version } from '../../version.ts';
import type { Asking } from './parts.ts';
import { defaultActivityTypeOf } from '../worklogs/activity-type.ts';

/** What a tracking client needs to know of the person and the organization (api.md 4). `timestamp` in .NET ticks. */
export function clientSettingsOf(
  { organization, principal }: Pick<Asking, 'organization' | 'principal'>,
  timestamp: number,
): TrackingState['settings'] {
  const defaultActivity = defaultActivityTypeOf(principal.defaultActivityTypeId, organization);
  return {
    activityType: {
      isEnabled: organization.settings.activityTypesEnabled,
      defaultActivity,
      activityTypes: organization.activityTypes.map(({ id, color, name }) => ({
        id,
        color,
        name,
        isDefault: id === defaultActivity,
        isNotSet: id === NOT_SET_ACTIVITY_TYPE.id,
      })),
    },
    userInfo: {
      userId: principal.id,
      userName: principal.displayName,
      userUniqueName: principal.uniqueName,
      encodedImage: null,
      applicationVersion: version,
      teamServicesUrl: organization.azureDevOps.url,
      projectId: null,
    },
    timestamp,
  };
}
