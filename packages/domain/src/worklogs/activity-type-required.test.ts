import { expect, test } from 'vitest';
import { NOT_SET_ACTIVITY_TYPE } from '../activity-types/not-set.ts';
import { activityTypeRequired } from './activity-type-required.ts';

const review = '6f9b1c3e-0000-4000-8000-000000000001';

test('[Not Set] is refused where a type is required, and nowhere else', () => {
  expect(activityTypeRequired(NOT_SET_ACTIVITY_TYPE.id, false)).toBeNull();
  expect(activityTypeRequired(review, true)).toBeNull();
  expect(activityTypeRequired(review, false)).toBeNull();
  expect(activityTypeRequired(NOT_SET_ACTIVITY_TYPE.id, true)).toEqual({
    code: 'DbValidationError',
    field: 'activityTypeId',
    setting: 'activityTypeRequired',
    message:
      'activityTypeId is [Not Set]: your organization requires an activity type (setting activityTypeRequired); ' +
      'choose one of the list.',
  });
});
