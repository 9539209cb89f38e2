import { Type } from 'typebox';
import { call } from '../call.ts';
import {
  ActivityType,
  ActivityTypeChange,
  ActivityTypeList,
  NewActivityType,
} from '../schemas/activity-types.ts';
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

export const addActivityType = call({
  id: 'addActivityType',
  area: 'rest',
  method: 'POST',
  path: '/activityTypes',
  summary: 'Adds an activity type.',
  access: 'administrator',
  body: NewActivityType,
  answer: ActivityType,
});

export const changeActivityType = call({
  id: 'changeActivityType',
  area: 'rest',
  method: 'PATCH',
  path: '/activityTypes/:id',
  summary: 'Renames or recolours an activity type; what is left out stays.',
  access: 'administrator',
  params: Type.Object({ id: Guid }),
  body: ActivityTypeChange,
  answer: ActivityType,
});

export const orderActivityTypes = call({
  id: 'orderActivityTypes',
  area: 'rest',
  method: 'PUT',
  path: '/activityTypes/order',
  summary: 'Sets the order in which all activity types are shown.',
  access: 'administrator',
  body: Type.Object({
    ids: Type.Array(Guid, { maxItems: 1000, description: 'Of every activity type, once' }),
  }),
  answer: ActivityTypeList,
});

export const setDefaultActivityType = call({
  id: 'setDefaultActivityType',
  area: 'rest',
  method: 'PUT',
  path: '/activityTypes/default',
  summary: 'Sets the activity type of people who have no default of their own.',
  access: 'administrator',
  body: Type.Object({ id: Guid }),
  answer: ActivityTypeList,
});

export const deleteActivityType = call({
  id: 'deleteActivityType',
  area: 'rest',
  method: 'DELETE',
  path: '/activityTypes/:id',
  summary:
    'Deletes an activity type; what uses it gets the replacement. Without one it is refused while worklogs use it.',
  access: 'administrator',
  params: Type.Object({ id: Guid }),
  query: Type.Object({ $replacementId: Type.Optional(Guid) }),
  answer: Type.Null(),
});
