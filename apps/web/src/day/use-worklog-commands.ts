import { calls, type WorkLog } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { randomId } from '../api/uuid.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { commonTexts } from '../texts/common/texts.ts';
import { dayTexts } from '../texts/day/texts.ts';
import { WORKLOG_LIST_KEY } from './worklog-queries.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';

type Pages = InfiniteData<WorkLog[], number>;

/** What one can do with a listed worklog without a dialog: delete and duplicate, each with a way back. */
export function useWorklogCommands() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(dayTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const refresh = () => queryClient.invalidateQueries({ queryKey: WORKLOGS_KEY });
  const complain = (error: Error) => toast({ text: errorText(error) });

  const restore = useMutation({
    mutationFn: (id: string) => client.call(calls.restoreWorkLog, { params: { id } }),
    onSuccess: () => toast({ text: texts.restored }),
    onError: complain,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (worklog: WorkLog) => client.call(calls.deleteWorkLog, { params: { id: worklog.id } }),
    onMutate: async (worklog) => {
      await queryClient.cancelQueries({ queryKey: WORKLOG_LIST_KEY });
      const before = queryClient.getQueryData<Pages>(WORKLOG_LIST_KEY);
      queryClient.setQueryData<Pages>(
        WORKLOG_LIST_KEY,
        (pages) => pages && withoutWorklog(pages, worklog.id),
      );
      return { before };
    },
    onSuccess: (_, worklog) =>
      toast({
        text: texts.deleted({ length: formats.length(worklog.length) }),
        action: { name: common.undo, run: () => restore.mutate(worklog.id) },
      }),
    onError: (error, _worklog, made) => {
      if (made?.before) queryClient.setQueryData(WORKLOG_LIST_KEY, made.before);
      complain(error);
    },
    onSettled: refresh,
  });
  const duplicate = useMutation({
    mutationFn: (worklog: WorkLog) => client.call(calls.addWorkLog, { body: copyOf(worklog) }),
    onSuccess: (worklog) =>
      toast({
        text: texts.duplicated({ length: formats.length(worklog.length) }),
        action: { name: common.undo, run: () => remove.mutate(worklog) },
      }),
    onError: complain,
    onSettled: refresh,
  });
  return { remove: remove.mutate, duplicate: duplicate.mutate };
}

function withoutWorklog(pages: Pages, id: string): Pages {
  return { ...pages, pages: pages.pages.map((page) => page.filter((worklog) => worklog.id !== id)) };
}

function copyOf(worklog: WorkLog) {
  return {
    id: randomId(),
    timestamp: worklog.timestamp,
    length: worklog.length,
    workItemId: worklog.workItemId ?? 0,
    comment: worklog.comment,
    activityTypeId: worklog.activityType.id,
    ...(worklog.billableLength !== null && { billableLength: worklog.billableLength }),
  };
}
