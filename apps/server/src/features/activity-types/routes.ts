import { type AnswerOf, calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Organization } from '../../identity/organizations.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { createActivityTypes } from './service.ts';
import type { StoredType } from './store.ts';

/** The calls under /activityTypes. */
export function activityTypes(dependencies: Pick<Dependencies, 'router' | 'clock' | 'feed'>): void {
  const { router } = dependencies;
  const service = createActivityTypes(dependencies);

  router.handle(calls.listActivityTypes, async ({ organization }) => ({
    enabled: organization.settings.activityTypesEnabled,
    activityTypes: [...organization.activityTypes],
    systemDefaultActivityTypeId: organization.systemDefaultActivityTypeId,
  }));

  router.handle(calls.getActivityType, async ({ organization, params }) => {
    checkEnabled(organization);
    const found = organization.activityTypes.find((type) => type.id === params.id);
    if (!found) throw notFound('activity type', params.id);
    return found;
  });

  router.handle(calls.addActivityType, async (asked) => {
    checkEnabled(asked.organization);
    return service.add(asked, asked.body);
  });

  router.handle(calls.changeActivityType, async (asked) => {
    checkEnabled(asked.organization);
    return service.change(asked, asked.params.id, asked.body);
  });

  router.handle(calls.orderActivityTypes, async (asked) => {
    checkEnabled(asked.organization);
    return listOf(await service.order(asked, asked.body.ids));
  });

  router.handle(calls.setDefaultActivityType, async (asked) => {
    checkEnabled(asked.organization);
    return listOf(await service.setDefault(asked, asked.body.id));
  });

  router.handle(calls.deleteActivityType, async (asked) => {
    checkEnabled(asked.organization);
    await service.remove(asked, asked.params.id, asked.query.$replacementId);
    return null;
  });
}

/** ActivityTypeDisabled while the organization does not use activity types. */
function checkEnabled({ settings }: Organization): void {
  if (settings.activityTypesEnabled) return;
  const message = 'This organization does not use activity types; the setting activityTypesEnabled is off.';
  throw new Refusal('ActivityTypeDisabled', message);
}

function listOf(types: readonly StoredType[]): AnswerOf<typeof calls.listActivityTypes> {
  const [first] = types;
  const systemDefault = types.find(({ isSystemDefault }) => isSystemDefault) ?? first;
  if (!systemDefault) throw new Error('there is no activity type');
  return {
    enabled: true,
    activityTypes: types.map(({ id, name, color }) => ({ id, name, color })),
    systemDefaultActivityTypeId: systemDefault.id,
  };
}
