import { Type } from 'typebox';
import { call, FileAnswer } from '../call.ts';
import {
  Budget,
  BudgetAssignment,
  BudgetChange,
  BudgetState,
  BudgetWorkItem,
  MoveFromOthers,
  NewBudget,
  NewBudgetAssignment,
  WorkItemBudget,
} from '../schemas/budgets.ts';
import { Count, Expand, Guid, Skip, WorkItemNumber } from '../schemas/common.ts';
import { WorkLog } from '../schemas/work-logs.ts';

const common = { area: 'rest', access: 'budget' } as const;
const one = { params: Type.Object({ id: Guid }) };
const $state = Type.Optional(BudgetState);
const page = { $count: Count, $skip: Skip };

export const listBudgets = call({
  ...common,
  id: 'listBudgets',
  method: 'GET',
  path: '/budgets',
  summary: 'Budgets by name with what was tracked and billed; open ones unless `$state` asks for others.',
  query: Type.Object({ ...page, $state }),
  answer: Type.Array(Budget),
});

export const exportBudgets = call({
  ...common,
  id: 'exportBudgets',
  method: 'GET',
  path: '/budgets/export',
  summary: 'All budgets as CSV (RFC 4180, UTF-8); lengths are seconds, times RFC 3339.',
  query: Type.Object({ $format: Type.Optional(Type.Literal('csv')), $state }),
  file: 'text/csv',
  answer: FileAnswer,
});

export const getBudget = call({
  ...common,
  id: 'getBudget',
  method: 'GET',
  path: '/budgets/:id',
  summary: 'One budget; its ETag goes into If-Match.',
  ...one,
  answer: Budget,
});

export const addBudget = call({
  ...common,
  id: 'addBudget',
  method: 'POST',
  path: '/budgets',
  summary: 'Makes a budget; `plannedLength` is seconds.',
  body: NewBudget,
  answer: Budget,
});

export const changeBudget = call({
  ...common,
  id: 'changeBudget',
  method: 'PATCH',
  path: '/budgets/:id',
  summary: 'Changes, closes or reopens a budget; a field left out or null keeps its value.',
  ...one,
  body: BudgetChange,
  answer: Budget,
});

export const deleteBudget = call({
  ...common,
  id: 'deleteBudget',
  method: 'DELETE',
  path: '/budgets/:id',
  summary: 'Deletes a budget with its assignments; refused while worklogs have it.',
  ...one,
  answer: Type.Null(),
});

export const listBudgetAssignments = call({
  ...common,
  id: 'listBudgetAssignments',
  method: 'GET',
  path: '/budgets/:id/assignments',
  summary: 'What the budget is attached to: work items, iterations, then worklogs.',
  ...one,
  query: Type.Object(page),
  answer: Type.Array(BudgetAssignment),
});

export const addBudgetAssignment = call({
  ...common,
  id: 'addBudgetAssignment',
  method: 'POST',
  path: '/budgets/:id/assignments',
  summary:
    'Attaches the budget to one thing, or excludes the thing from it; what has another budget only with `move`.',
  ...one,
  body: Type.Object({ ...NewBudgetAssignment.properties, move: MoveFromOthers }),
  answer: BudgetAssignment,
});

const many = Type.Object({
  assignments: Type.Array(NewBudgetAssignment, { maxItems: 500 }),
  move: MoveFromOthers,
});

export const addBudgetAssignments = call({
  ...common,
  id: 'addBudgetAssignments',
  method: 'POST',
  path: '/budgets/:id/assignments/batch',
  summary: 'Attaches the budget to at most 500 things, all or none; the refusal names every bad index.',
  ...one,
  body: many,
  answer: Type.Array(BudgetAssignment),
});

export const setBudgetAssignments = call({
  ...common,
  id: 'setBudgetAssignments',
  method: 'PUT',
  path: '/budgets/:id/assignments',
  summary: 'Attaches the budget to these things (at most 500) and to nothing else.',
  ...one,
  body: many,
  answer: Type.Array(BudgetAssignment),
});

export const deleteBudgetAssignment = call({
  ...common,
  id: 'deleteBudgetAssignment',
  method: 'DELETE',
  path: '/budgets/:id/assignments/:assignmentId',
  summary: 'Detaches the budget from one thing, or ends an exclusion.',
  params: Type.Object({ id: Guid, assignmentId: Guid }),
  answer: Type.Null(),
});

export const listBudgetWorkLogs = call({
  ...common,
  id: 'listBudgetWorkLogs',
  method: 'GET',
  path: '/budgets/:id/workLogs',
  summary: 'The worklogs of a budget, newest first; their lengths add up to its tracked length.',
  ...one,
  query: Type.Object({ ...page, $expand: Expand }),
  answer: Type.Array(WorkLog),
});

export const listBudgetWorkItems = call({
  ...common,
  id: 'listBudgetWorkItems',
  method: 'GET',
  path: '/budgets/:id/workItems',
  summary: 'The work items that have the budget, attached or inherited, by number.',
  ...one,
  query: Type.Object(page),
  answer: Type.Array(BudgetWorkItem),
});

export const getWorkItemBudget = call({
  ...common,
  id: 'getWorkItemBudget',
  method: 'GET',
  path: '/workItems/:id/budget',
  summary: 'The budget that a work item has, and where from.',
  params: Type.Object({ id: WorkItemNumber }),
  answer: WorkItemBudget,
});
