import { calls } from '@stint/contract';
import { dayOf } from '@stint/domain';
import type { LabelledWorkItem } from '@stint/ui';
import { useNavigate } from '@tanstack/react-router';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { useOverlays } from '../shell/overlays-context.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import type { Place } from './entry.ts';

/** What an addition begins with beside its time. */
export interface Beginning {
  readonly workItem?: LabelledWorkItem | null;
  readonly comment?: string;
}

export interface TimeDialogs {
  /** Opens the dialog that adds time at a place. */
  readonly add: (place: Place, beginning?: Beginning) => void;
  /** Opens the dialog that edits an entry, as it is now. */
  readonly edit: (id: string, workItem: LabelledWorkItem | null) => void;
  readonly showWeeks: () => void;
}

/** The ways from the calendar to the dialog of time, and to one’s weeks. */
export function useTimeDialogs(): TimeDialogs {
  const client = useClient();
  const { open } = useOverlays();
  const toast = useToast();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const edit = async (id: string, workItem: LabelledWorkItem | null) => {
    try {
      const worklog = await client.call(calls.getWorkLog, { params: { id } });
      open({ kind: 'edit', worklog, workItem });
    } catch (error) {
      toast({ text: errorText(error) });
    }
  };
  return {
    add: ({ start, length }, { workItem = null, comment = '' } = {}) =>
      open({
        kind: 'add',
        date: dayOf(start),
        from: start.slice(11, start.endsWith(':00') ? 16 : 19),
        lengthSeconds: length,
        ...(workItem && { workItem }),
        ...(comment !== '' && { comment }),
      }),
    edit: (id, workItem) => void edit(id, workItem),
    showWeeks: () => void navigate({ to: '/approvals' }),
  };
}
