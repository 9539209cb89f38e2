import { Type } from 'typebox';
import { call } from '../call.ts';
import { Count } from '../schemas/common.ts';
import {
  ProjectName,
  WorkItemAutomation,
  WorkItemAutomationChange,
  WorkItemAutomations,
  WorkItemWrite,
  WriteState,
} from '../schemas/work-item-automation.ts';

const ByProject = Type.Object({ project: ProjectName });

export const listWorkItemAutomations = call({
  id: 'listWorkItemAutomations',
  area: 'rest',
  method: 'GET',
  path: '/workItemAutomation',
  summary: 'What is done with the work items of each project in Azure DevOps, and how that is going.',
  access: 'administrator',
  answer: WorkItemAutomations,
});

export const getWorkItemAutomation = call({
  id: 'getWorkItemAutomation',
  area: 'rest',
  method: 'GET',
  path: '/workItemAutomation/:project',
  summary: 'The same for one project; its ETag goes into If-Match.',
  access: 'administrator',
  params: ByProject,
  answer: WorkItemAutomation,
});

export const changeWorkItemAutomation = call({
  id: 'changeWorkItemAutomation',
  area: 'rest',
  method: 'PATCH',
  path: '/workItemAutomation/:project',
  summary:
    'Changes what is done with the work items of a project; a field left out keeps its value. Takes If-Match.',
  access: 'administrator',
  params: ByProject,
  body: WorkItemAutomationChange,
  answer: WorkItemAutomation,
});

export const recomputeCompletedWork = call({
  id: 'recomputeCompletedWork',
  area: 'rest',
  method: 'POST',
  path: '/workItemAutomation/:project/recompute',
  summary:
    'Sets Completed Work of every work item of a project that time was ever booked on; how far it is stands in `recompute`.',
  access: 'administrator',
  params: ByProject,
  answer: WorkItemAutomation,
});

export const listWorkItemWrites = call({
  id: 'listWorkItemWrites',
  area: 'rest',
  method: 'GET',
  path: '/workItemAutomation/:project/writes',
  summary: 'What was last written to the work items of a project, or is to be; the latest first.',
  access: 'administrator',
  params: ByProject,
  query: Type.Object({ $state: Type.Optional(WriteState), $count: Count }),
  answer: Type.Array(WorkItemWrite),
});
