import { Type } from 'typebox';
import { call } from '../call.ts';
import { Count, Expand, Guid, Skip } from '../schemas/common.ts';
import { AzureDevOpsGroup, Group, GroupChange, NewGroup } from '../schemas/groups.ts';
import { User } from '../schemas/people.ts';

const one = { params: Type.Object({ id: Guid }) };

const groups = { area: 'rest', access: 'administrator' } as const;

export const listGroups = call({
  ...groups,
  id: 'listGroups',
  method: 'GET',
  path: '/groups',
  summary: 'The groups that carry roles, by name.',
  query: Type.Object({ $count: Count, $skip: Skip }),
  answer: Type.Array(Group),
});

export const getGroup = call({
  ...groups,
  id: 'getGroup',
  method: 'GET',
  path: '/groups/:id',
  summary: 'One group.',
  ...one,
  answer: Group,
});

export const addGroup = call({
  ...groups,
  id: 'addGroup',
  method: 'POST',
  path: '/groups',
  summary:
    'Makes a group, whose members are kept by hand, by Azure DevOps or by the OpenID Connect provider.',
  body: NewGroup,
  answer: Group,
});

export const changeGroup = call({
  ...groups,
  id: 'changeGroup',
  method: 'PATCH',
  path: '/groups/:id',
  summary: 'Renames a group or gives it another role; never takes the last administrator.',
  ...one,
  body: GroupChange,
  answer: Group,
});

export const deleteGroup = call({
  ...groups,
  id: 'deleteGroup',
  method: 'DELETE',
  path: '/groups/:id',
  summary: 'Deletes a group; its members keep their own roles. Never takes the last administrator.',
  ...one,
  answer: Type.Null(),
});

export const listGroupMembers = call({
  ...groups,
  id: 'listGroupMembers',
  method: 'GET',
  path: '/groups/:id/members',
  summary: 'The people of a group, by name.',
  ...one,
  query: Type.Object({ $count: Count, $skip: Skip, $expand: Expand }),
  answer: Type.Array(User),
});

export const setGroupMembers = call({
  ...groups,
  id: 'setGroupMembers',
  method: 'PUT',
  path: '/groups/:id/members',
  summary: 'Replaces the people of a group of the source stint.',
  ...one,
  body: Type.Object({ ids: Type.Array(Guid, { maxItems: 10_000 }) }),
  answer: Group,
});

export const addGroupMember = call({
  ...groups,
  id: 'addGroupMember',
  method: 'POST',
  path: '/groups/:id/members',
  summary: 'Puts one person into a group of the source stint.',
  ...one,
  body: Type.Object({ id: Guid }),
  answer: Group,
});

export const removeGroupMember = call({
  ...groups,
  id: 'removeGroupMember',
  method: 'DELETE',
  path: '/groups/:id/members/:personId',
  summary: 'Takes one person out of a group of the source stint.',
  params: Type.Object({ id: Guid, personId: Guid }),
  answer: Group,
});

export const findAzureDevOpsGroups = call({
  ...groups,
  id: 'findAzureDevOpsGroups',
  method: 'GET',
  path: '/groups/azureDevOps',
  summary: 'At most 50 groups of the connected Azure DevOps whose names contain a text.',
  query: Type.Object({ $search: Type.Optional(Type.String({ maxLength: 200 })) }),
  answer: Type.Array(AzureDevOpsGroup),
});
