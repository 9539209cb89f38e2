import { calls } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';

/** Books last week’s entries again in the week that begins on a day; it can be undone. When it is refused, last week’s items are offered instead. */
export function useCopyWeek(onShowItems: () => void) {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const texts = useTexts(timesheetTexts);
  const common = useTexts(commonTexts);
  const refresh = () =>
    Promise.all([WORKLOGS_KEY, WEEKS_KEY].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const remove = useMutation({
    mutationFn: (ids: readonly string[]) => client.call(calls.deleteWorkLogs, { body: { ids: [...ids] } }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: refresh,
  });
  return useMutation({
    mutationFn: (weekStart: WallDate) => client.call(calls.copyTimesheetWeek, { body: { weekStart } }),
    onSuccess: ({ added, ids }) => {
      if (added === 0) return toast({ text: texts.nothingToCopy });
      const action = { name: common.undo, run: () => remove.mutate(ids) };
      toast({ text: texts.weekCopied({ count: added }), action });
    },
    onError: (error) =>
      toast({ text: errorText(error), action: { name: texts.showLastItems, run: onShowItems } }),
    onSettled: refresh,
  });
}
