import type { EnumType } from '@stint/odata';
import { ENUMS } from './names.ts';

/** Where a work item has its budget from. */
export const budgetAssignmentType: EnumType = {
  kind: 'enum',
  name: `${ENUMS}.BudgetAssignmentType`,
  members: {
    NotComputed: 0,
    NoBudget: 1,
    DirectlyAssigned: 2,
    InheritedFromParent: 3,
    InheritedFromIteration: 4,
  },
  isFlags: false,
};

/** What was decided about a week (api.md 3.4). */
export const approvalState: EnumType = {
  kind: 'enum',
  name: `${ENUMS}.ApprovalState`,
  members: { Submitted: 1, Reopened: 2, Approved: 3, Closed: 99 },
  isFlags: false,
};
