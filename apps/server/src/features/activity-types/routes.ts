import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { notFound, Refusal } from '../../refusal.ts';

/** The calls under /activityTypes. */
export function activityTypes({ router }: Pick<Dependencies, 'router'>): void {
  router.handle(calls.listActivityTypes, async ({ organization }) => ({
    enabled: organization.settings.activityTypesEnabled,
    activityTypes: [...organization.activityTypes],
    systemDefaultActivityTypeId: organization.systemDefaultActivityTypeId,
  }));

  router.handle(calls.getActivityType, async ({ organization, params }) => {
    if (!organization.settings.activityTypesEnabled) {
      throw new Refusal('ActivityTypeDisabled', 'This organization does not use activity types.');
    }
    const found = organization.activityTypes.find((type) => type.id === params.id);
    if (!found) throw notFound('activity type', params.id);
    return found;
  });
}
