import {
  activityTypeRequired,
  NOT_SET_ACTIVITY_TYPE,
  type TrackDetails,
  type TrackingRefusal,
  workItemId,
  workItemOrCommentRequired,
  type WorklogProblem,
} from '@stint/domain';
import { defaultActivityTypeOf } from '../worklogs/activity-type.ts';
import type { Asking } from './parts.ts';

/** What a client wants tracked; a field left out keeps its value, `""` and 0 mean none (api.md 4). */
export interface Wish {
  tfsId?: number;
  remark?: string;
  activityTypeId?: string;
  isBillable?: boolean;
}

type Owner = Pick<Asking, 'organization' | 'principal'>;

/**
 * Refuses an activity type that does not exist, and the lack of what the organization requires. Only what is named is
 * looked at.
 */
export function refusalOf(details: Partial<TrackDetails>, { organization }: Owner): TrackingRefusal | null {
  const { activityTypeId, workItemId: item } = details;
  if (activityTypeId && !organization.activityTypes.some((type) => type.id === activityTypeId)) {
    return {
      level: 'Error',
      message: `There is no activity type ${activityTypeId}; choose one of the list.`,
    };
  }
  const { settings } = organization;
  const isTypeRequired = settings.activityTypesEnabled && settings.activityTypeRequired;
  const problem =
    (item === null && settings.workItemRequired
      ? workItemOrCommentRequired(
          { workItemId: null, comment: '' },
          { alwaysRequireWorkItem: true, requireComment: false },
        )
      : null) ?? (activityTypeId ? activityTypeRequired(activityTypeId, isTypeRequired) : null);
  return problem && refusalOfProblem(problem);
}

/** A problem of the rules as it is told to the person in front of the clock. */
export function refusalOfProblem({ field, message }: WorklogProblem): TrackingRefusal {
  const text = message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  return { level: 'Error', message: `Not possible: ${text}` };
}

/** All details of a new track; what is left out has its default. */
export function detailsOf(wish: Wish, owner: Owner): TrackDetails {
  return {
    workItemId: wish.tfsId ? workItemId(wish.tfsId) : null,
    comment: wish.remark ?? '',
    activityTypeId:
      wish.activityTypeId || defaultActivityTypeOf(owner.principal.defaultActivityTypeId, owner.organization),
    isBillable: wish.isBillable ?? null,
  };
}

/** Details with the activity type that they mean; none is the default. */
export function withType(details: TrackDetails, { organization, principal }: Owner): TrackDetails {
  const own = principal.defaultActivityTypeId;
  return { ...details, activityTypeId: details.activityTypeId ?? defaultActivityTypeOf(own, organization) };
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
