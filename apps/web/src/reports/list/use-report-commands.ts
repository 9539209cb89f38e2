import { calls, type NewReport, type Report, type ReportSummary } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { REPORT_LIST_KEY, REPORTS_KEY } from '../data/use-reports.ts';
import { inOrder } from './in-order.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What one does with reports as a whole; what can be undone is offered as undo. */
export function useReportCommands() {
  const client = useClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const texts = useTexts(reportsTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const refresh = () => queryClient.invalidateQueries({ queryKey: REPORTS_KEY });
  const onError = (error: Error) => toast({ text: errorText(error) });
  const open = (id: string, isEditing: boolean) =>
    void navigate({ to: '/reports/$id', params: { id }, search: isEditing ? { edit: true } : {} });

  const add = useMutation({
    mutationFn: (body: NewReport) => client.call(calls.addReport, { body }),
    onSuccess: (report) => open(report.id, true),
    onError,
    onSettled: refresh,
  });

  const copy = useMutation({
    mutationFn: ({ id, name }: Named) =>
      client.call(calls.copyReport, { params: { id }, body: { name: texts.copyOf({ name }).slice(0, 200) } }),
    onSuccess: (report) => open(report.id, true),
    onError,
    onSettled: refresh,
  });

  const bringBack = useMutation({
    mutationFn: (report: Report) => client.call(calls.addReport, { body: contentOf(report) }),
    onError,
    onSettled: refresh,
  });

  const remove = useOptimistic<Named, Report, readonly ReportSummary[]>({
    queryKey: REPORT_LIST_KEY,
    send: async ({ id }) => {
      const report = await client.call(calls.getReport, { params: { id } });
      await client.call(calls.deleteReport, { params: { id } });
      return report;
    },
    foresee: (reports, { id }) => reports.filter((report) => report.id !== id),
    refreshes: [REPORT_LIST_KEY],
    onDone: (report, { id, name }) => {
      void navigate({ to: '/reports' });
      queryClient.removeQueries({ queryKey: [...REPORTS_KEY, id] });
      toast({
        text: report.shareId === null ? texts.deleted({ name }) : texts.deletedWithLink({ name }),
        action: { name: common.undo, run: () => bringBack.mutate(report) },
      });
    },
  });

  const order = useOptimistic<readonly string[], readonly ReportSummary[], readonly ReportSummary[]>({
    queryKey: REPORT_LIST_KEY,
    send: (ids) => client.call(calls.orderReports, { body: { ids: [...ids] } }),
    foresee: (reports, ids) => inOrder(reports, ids),
    refreshes: [REPORT_LIST_KEY],
  });

  return { add, copy, remove, order };
}

/** What makes a report again that was deleted. */
function contentOf({
  name,
  description,
  visibility,
  timeframeFilter,
  scope,
  project,
  widgets,
}: Report): NewReport {
  return {
    name,
    description,
    visibility,
    scope,
    widgets,
    ...(timeframeFilter !== null && { timeframeFilter }),
    ...(project !== null && { project }),
  };
}
