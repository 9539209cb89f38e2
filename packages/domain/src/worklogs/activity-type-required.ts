import { NOT_SET_ACTIVITY_TYPE } from '../activity-types/not-set.ts';
import type { WorklogProblem } from './problem.ts';

/** Where an organization requires an activity type, [Not Set] is none (product.md, Rules > Tracking Details). Null when all is well. */
export function activityTypeRequired(activityTypeId: string, isRequired: boolean): WorklogProblem | null {
  if (!isRequired || activityTypeId !== NOT_SET_ACTIVITY_TYPE.id) return null;
  const message =
    `activityTypeId is ${NOT_SET_ACTIVITY_TYPE.name}: your organization requires an activity type ` +
    '(setting activityTypeRequired); choose one of the list.';
  return { code: 'DbValidationError', field: 'activityTypeId', setting: 'activityTypeRequired', message };
}
