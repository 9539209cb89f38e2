import type { TrackedWorkItem, WorkLog } from '@stint/contract';
import type { LabelledWorkItem } from '@stint/ui';
import { useTrackCommand } from '../track/use-track.ts';
import type { WorklogActions } from './day-section.tsx';
import { useWorklogCommands } from './use-worklog-commands.ts';

export type EditWorklog = (worklog: WorkLog, workItem: LabelledWorkItem | null) => void;

/** What one can do with the worklogs of a list. `itemOf` gives the work item of a worklog as far as it is known. */
export function useWorklogActions(
  itemOf: (worklog: WorkLog) => LabelledWorkItem | null,
  onEdit: EditWorklog,
): WorklogActions {
  const { mutate } = useTrackCommand();
  const { remove, duplicate } = useWorklogCommands();
  return {
    onContinue: (worklog) =>
      mutate({
        kind: 'start',
        subject: {
          workItem: wholeItem(itemOf(worklog)),
          workItemId: worklog.workItemId,
          comment: worklog.comment,
          activityTypeId: worklog.activityType.id,
        },
      }),
    onEdit: (worklog) => onEdit(worklog, itemOf(worklog)),
    onDuplicate: duplicate,
    onDelete: remove,
  };
}

/** What is known of a work item, in the form the clock shows until the server answers with the whole. */
function wholeItem(item: LabelledWorkItem | null): TrackedWorkItem | null {
  return item && { teamProject: '', type: '', workItemLink: '', effort: null, parent: null, ...item };
}
