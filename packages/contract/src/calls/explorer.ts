import { Type } from 'typebox';
import { call } from '../call.ts';
import { Guid } from '../schemas/common.ts';
import {
  ExplorerLayout,
  ExplorerLayoutContent,
  WorkLogIds,
  WorkLogsChange,
  WorkLogsOutcome,
} from '../schemas/explorer.ts';

const one = { params: Type.Object({ id: Guid }) };
const $validateOnly = Type.Optional(Type.Boolean({ default: false }));

export const listExplorerLayouts = call({
  id: 'listExplorerLayouts',
  area: 'rest',
  method: 'GET',
  path: '/explorer/layouts',
  summary: 'The caller’s layouts of Times Explorer, by name.',
  answer: Type.Array(ExplorerLayout),
});

export const setExplorerLayout = call({
  id: 'setExplorerLayout',
  area: 'rest',
  method: 'PUT',
  path: '/explorer/layouts/:id',
  summary: 'Saves a layout under an id that the client chooses, over the one that has it already.',
  ...one,
  body: ExplorerLayoutContent,
  answer: ExplorerLayout,
});

export const deleteExplorerLayout = call({
  id: 'deleteExplorerLayout',
  area: 'rest',
  method: 'DELETE',
  path: '/explorer/layouts/:id',
  summary: 'Deletes a layout of the caller.',
  ...one,
  answer: Type.Null(),
});

export const changeWorkLogs = call({
  id: 'changeWorkLogs',
  area: 'rest',
  method: 'POST',
  path: '/explorer/workLogs/change',
  summary:
    'Sets activity type, billable or budget of at most 500 worklogs, all or none; a refusal names every bad index.',
  query: Type.Object({ $validateOnly }),
  body: WorkLogsChange,
  answer: WorkLogsOutcome,
});

export const deleteWorkLogs = call({
  id: 'deleteWorkLogs',
  area: 'rest',
  method: 'POST',
  path: '/explorer/workLogs/delete',
  summary: 'Deletes at most 500 worklogs, all or none; a refusal names every bad index.',
  query: Type.Object({ $validateOnly }),
  body: Type.Object({ ids: WorkLogIds }),
  answer: WorkLogsOutcome,
});

export const restoreWorkLogs = call({
  id: 'restoreWorkLogs',
  area: 'rest',
  method: 'POST',
  path: '/explorer/workLogs/restore',
  summary: 'Takes the deletion of at most 500 worklogs back, all or none; a refusal names every bad index.',
  query: Type.Object({ $validateOnly }),
  body: Type.Object({ ids: WorkLogIds }),
  answer: WorkLogsOutcome,
});
