import { NOT_SET_ACTIVITY_TYPE, type TrackDetails, type TrackingRefusal, workItemId } from '@stint/domain';
import type { Asking } from './parts.ts';

/** What a client wants tracked; a field left out keeps its value, `""` and 0 mean none (api.md 4). */
export interface Wish {
  tfsId?: number;
  remark?: string;
  activityTypeId?: string;
  isBillable?: boolean;
}

type Owner = Pick<Asking, 'organization' | 'principal'>;

/** Refuses an activity type that does not exist, and the loss of a work item that the organization requires. */
export function refusalOf(details: Partial<TrackDetails>, { organization }: Owner): TrackingRefusal | null {
  const { activityTypeId, workItemId: item } = details;
  if (activityTypeId && !organization.activityTypes.some((type) => type.id === activityTypeId)) {
    return {
      level: 'Error',
      message: `There is no activity type ${activityTypeId}; choose one of the list.`,
    };
  }
  if (item === null && organization.settings.workItemRequired) {
    return { level: 'Error', message: 'Choose a work item: your organization requires one.' };
  }
  return null;
}

/** All details of a new track; what is left out has its default. */
export function detailsOf(wish: Wish, owner: Owner): TrackDetails {
  return {
    workItemId: wish.tfsId ? workItemId(wish.tfsId) : null,
    comment: wish.remark ?? '',
    activityTypeId: wish.activityTypeId || defaultActivityTypeOf(owner),
    isBillable: wish.isBillable ?? null,
  };
}

/** The details that a wish changes. */
export function changesOf(wish: Wish): Partial<TrackDetails> {
  const { tfsId, remark, activityTypeId, isBillable } = wish;
  return {
    ...(tfsId !== undefined && { workItemId: tfsId === 0 ? null : workItemId(tfsId) }),
    ...(remark !== undefined && { comment: remark }),
    ...(activityTypeId !== undefined && { activityTypeId: activityTypeId || NOT_SET_ACTIVITY_TYPE.id }),
    ...(isBillable !== undefined && { isBillable }),
  };
}

/** Whether a wish says nothing about what to track, so that what was selected is meant. */
export function namesNothing({ tfsId, remark, activityTypeId }: Wish): boolean {
  return tfsId === undefined && remark === undefined && activityTypeId === undefined;
}

/** The person's own default, else the organization's. */
export function defaultActivityTypeOf({ organization, principal }: Owner): string {
  const own = principal.defaultActivityTypeId;
  const exists = organization.activityTypes.some((type) => type.id === own);
  return own !== null && exists ? own : organization.systemDefaultActivityTypeId;
}
