import { Type } from 'typebox';
import { call } from '../call.ts';
import { ClientTime, Count, Expand, Guid, Skip } from '../schemas/common.ts';
import { NewWorkLog, WorkLog, WorkLogChange } from '../schemas/work-logs.ts';

const filter = {
  $count: Count,
  $skip: Skip,
  $fromTimestamp: Type.Optional(ClientTime),
  $toTimestamp: Type.Optional(ClientTime),
  $fromCreatedTimestamp: Type.Optional(ClientTime),
  $toCreatedTimestamp: Type.Optional(ClientTime),
  $workItemIds: Type.Optional(Type.String({ maxLength: 20_000, description: 'Comma list, at most 100' })),
  $expand: Expand,
  $includeEditable: Type.Optional(Type.Boolean({ default: false })),
};

const one = { params: Type.Object({ id: Guid }) };

export const listWorkLogs = call({
  id: 'listWorkLogs',
  area: 'rest',
  method: 'GET',
  path: '/workLogs',
  summary: 'Own worklogs, newest first; both ends of a time range are exclusive.',
  query: Type.Object(filter),
  answer: Type.Array(WorkLog),
});

export const listAllWorkLogs = call({
  id: 'listAllWorkLogs',
  area: 'rest',
  method: 'GET',
  path: '/workLogs/all',
  summary: 'The worklogs of everyone whom the caller may see, newest first.',
  query: Type.Object({
    ...filter,
    $userIds: Type.Optional(Type.String({ maxLength: 20_000, description: 'Comma list, at most 100' })),
  }),
  answer: Type.Array(WorkLog),
});

export const getWorkLog = call({
  id: 'getWorkLog',
  area: 'rest',
  method: 'GET',
  path: '/workLogs/:id',
  summary: 'One worklog.',
  ...one,
  query: Type.Object({ $expand: Expand, $includeEditable: filter.$includeEditable }),
  answer: WorkLog,
});

export const addWorkLog = call({
  id: 'addWorkLog',
  area: 'rest',
  method: 'POST',
  path: '/workLogs',
  summary: 'Books time; `length` is seconds.',
  query: Type.Object({ $expand: Expand }),
  body: NewWorkLog,
  answer: WorkLog,
});

export const addWorkLogs = call({
  id: 'addWorkLogs',
  area: 'rest',
  method: 'POST',
  path: '/workLogs/batch',
  summary: 'Books at most 500 entries, all or none; the refusal names every bad index.',
  query: Type.Object({ $validateOnly: Type.Optional(Type.Boolean({ default: false })), $expand: Expand }),
  body: Type.Array(NewWorkLog, { maxItems: 500 }),
  bodyCheck: 'byFeature',
  answer: Type.Array(WorkLog),
});

export const changeWorkLog = call({
  id: 'changeWorkLog',
  area: 'rest',
  method: 'PATCH',
  path: '/workLogs/:id',
  aliases: [{ method: 'PUT', path: '/workLogs/:id' }],
  summary: 'Changes a worklog; a field left out or null keeps its value.',
  ...one,
  query: Type.Object({ $expand: Expand }),
  body: WorkLogChange,
  answer: WorkLog,
});

export const deleteWorkLog = call({
  id: 'deleteWorkLog',
  area: 'rest',
  method: 'DELETE',
  path: '/workLogs/:id',
  summary: 'Marks a worklog as deleted.',
  ...one,
  answer: Type.Null(),
});

export const restoreWorkLog = call({
  id: 'restoreWorkLog',
  area: 'rest',
  method: 'POST',
  path: '/workLogs/:id/restore',
  summary: 'Takes a deletion back.',
  ...one,
  query: Type.Object({ $expand: Expand }),
  answer: WorkLog,
});
