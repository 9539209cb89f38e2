import type { WorkItemAutomation, WorkItemAutomationChange } from '@stint/contract';

/** The change that takes another one back: the same settings as they were before it. */
export function backOf(
  change: WorkItemAutomationChange,
  before: Pick<WorkItemAutomation, 'reducesRemainingWork' | 'setsCompletedWork' | 'estimateField'>,
): WorkItemAutomationChange {
  const { reducesRemainingWork, setsCompletedWork, estimateField } = before;
  return {
    ...(change.reducesRemainingWork !== undefined && { reducesRemainingWork }),
    ...(change.setsCompletedWork !== undefined && { setsCompletedWork }),
    ...(change.estimateField !== undefined && { estimateField: estimateField ?? '' }),
  };
}
