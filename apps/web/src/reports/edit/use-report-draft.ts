import { ApiError } from '@stint/client';
import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { type LoadedReport, REPORTS_KEY } from '../data/use-reports.ts';
import { changeOf, draftOf, isDraft, type ReportDraft } from './draft.ts';

/** A report while it is being changed: kept in the browser until it is saved or discarded. */
export function useReportDraft({ report, etag }: LoadedReport, onSaved: () => void) {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(reportsTexts);
  const draft = useDraft<ReportDraft>(`report:${report.id}`, () => draftOf(report, etag), isDraft);
  const save = useMutation({
    mutationFn: ({ isOver }: { readonly isOver: boolean }) =>
      client.call(calls.changeReport, {
        params: { id: report.id },
        body: changeOf(draft.value),
        ...(!isOver && draft.value.basedOn !== '' && { ifMatch: draft.value.basedOn }),
      }),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: REPORTS_KEY });
      draft.discard();
      toast({ text: texts.saved({ name: saved.name }) });
      onSaved();
    },
  });
  const isOutdated = save.error instanceof ApiError && save.error.status === 412;
  return { draft, save, isOutdated };
}
