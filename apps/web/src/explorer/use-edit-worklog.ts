import { calls } from '@stint/contract';
import type { LabelledWorkItem } from '@stint/ui';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { useOverlays } from '../shell/overlays-context.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { colourOfType } from '../worklogs/type-colours.ts';
import type { ExplorerRow } from './data/rows.ts';
import { valueAt } from './view/groupings.ts';

/** Opens the dialog that edits a worklog of the grid, as it is now. */
export function useEditWorklog(): (row: ExplorerRow) => void {
  const client = useClient();
  const { open } = useOverlays();
  const toast = useToast();
  const errorText = useErrorText();
  const edit = async (row: ExplorerRow) => {
    try {
      const worklog = await client.call(calls.getWorkLog, { params: { id: row.Id } });
      open({ kind: 'edit', worklog, workItem: labelOf(row, worklog.workItemId) });
    } catch (error) {
      toast({ text: errorText(error) });
    }
  };
  return (row) => void edit(row);
}

function labelOf(row: ExplorerRow, id: number | null): LabelledWorkItem | null {
  if (id === null) return null;
  const title = valueAt(row, 'WorkItem/System_Title');
  const type = String(valueAt(row, 'WorkItem/System_WorkItemType') ?? '');
  return { id, title: typeof title === 'string' ? title : '', color: colourOfType(type, new Map()) };
}
