import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import type { Organization } from '../../identity/organizations.ts';

/**
 * The activity type of time that names none: the person's own default, else the organization's. While types are not in
 * use it is [Not Set]; while a type is required the organization's default is, so that one must choose (product.md, Rules).
 */
export function defaultActivityTypeOf(ownId: string | null, organization: Organization): string {
  const { activityTypesEnabled, activityTypeRequired } = organization.settings;
  if (!activityTypesEnabled) return NOT_SET_ACTIVITY_TYPE.id;
  if (ownId !== null && organization.activityTypes.some((type) => type.id === ownId)) return ownId;
  return activityTypeRequired ? NOT_SET_ACTIVITY_TYPE.id : organization.systemDefaultActivityTypeId;
}
