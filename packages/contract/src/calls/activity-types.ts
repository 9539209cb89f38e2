import { Type } from 'typebox';
import { call } from '../call.ts';
import { ActivityType, ActivityTypeList } from '../schemas/activity-types.ts';
import { Guid } from '../schemas/common.ts';

export const listActivityTypes = call({
  id: 'listActivityTypes',
  area: 'rest',
  method: 'GET',
  path: '/activityTypes',
  summary: 'The activity types, and whether they are in use.',
  answer: ActivityTypeList,
});

export const getActivityType = call({
  id: 'getActivityType',
  area: 'rest',
  method: 'GET',
  path: '/activityTypes/:id',
  summary: 'One activity type.',
  params: Type.Object({ id: Guid }),
  answer: ActivityType,
});
