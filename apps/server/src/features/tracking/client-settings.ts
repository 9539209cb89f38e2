import { readFileSync } from 'node:fs';
import type { TrackingState } from '@stint/contract';
import { NOT_SET_ID } from '../../identity/make-organization.ts';
import type { Asking } from './parts.ts';
import { defaultActivityTypeOf } from './wish.ts';

const applicationVersion = versionOf(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

/** What a tracking client needs to know of the person and the organization (api.md 4). `timestamp` in .NET ticks. */
export function clientSettingsOf(
  { organization, principal }: Pick<Asking, 'organization' | 'principal'>,
  azureDevOpsUrl: string | null,
  timestamp: number,
): TrackingState['settings'] {
  const defaultActivity = defaultActivityTypeOf({ organization, principal });
  return {
    activityType: {
      isEnabled: organization.settings.activityTypesEnabled,
      defaultActivity,
      activityTypes: organization.activityTypes.map(({ id, color, name }) => ({
        id,
        color,
        name,
        isDefault: id === defaultActivity,
        isNotSet: id === NOT_SET_ID,
      })),
    },
    userInfo: {
      userId: principal.id,
      userName: principal.displayName,
      userUniqueName: principal.uniqueName,
      encodedImage: null,
      applicationVersion,
      teamServicesUrl: azureDevOpsUrl,
      projectId: null,
    },
    timestamp,
  };
}

function versionOf(manifest: string): string {
  return (JSON.parse(manifest) as { version: string }).version;
}
