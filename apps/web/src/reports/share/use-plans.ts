import { calls, type NewReportSchedule, type ReportSchedule } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { REPORTS_KEY } from '../data/use-reports.ts';

const PLANS_KEY = [...REPORTS_KEY, 'plans'] as const;

/** One’s own plans by which reports are mailed, and what one does with them. */
export function usePlans() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const formats = useFormats();
  const texts = useTexts(reportsTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const refresh = () => queryClient.invalidateQueries({ queryKey: PLANS_KEY });
  const plans = useQuery<ReportSchedule[]>({
    queryKey: PLANS_KEY,
    queryFn: ({ signal }) => client.call(calls.listReportSchedules, { signal }),
  });
  const add = useMutation({
    mutationFn: (body: NewReportSchedule) => client.call(calls.addReportSchedule, { body }),
    onSuccess: ({ nextRun, isEnabled }) =>
      isEnabled && toast({ text: texts.planAdded({ at: formats.dateTime(nextRun) }) }),
    onSettled: refresh,
  });
  const enable = useOptimistic<ReportSchedule, ReportSchedule, readonly ReportSchedule[]>({
    queryKey: PLANS_KEY,
    send: ({ id, isEnabled }) =>
      client.call(calls.changeReportSchedule, { params: { id }, body: { isEnabled } }),
    foresee: (known, changed) => known.map((plan) => (plan.id === changed.id ? changed : plan)),
    refreshes: [PLANS_KEY],
  });
  const remove = useOptimistic<ReportSchedule, null, readonly ReportSchedule[]>({
    queryKey: PLANS_KEY,
    send: ({ id }) => client.call(calls.deleteReportSchedule, { params: { id } }),
    foresee: (known, { id }) => known.filter((plan) => plan.id !== id),
    refreshes: [PLANS_KEY],
    onDone: (_answer, plan) =>
      toast({
        text: texts.planDeleted,
        action: { name: common.undo, run: () => add.mutate(newPlanOf(plan)) },
      }),
  });
  const run = useMutation({
    mutationFn: (id: string) => client.call(calls.runReportSchedule, { params: { id } }),
    onSuccess: () => toast({ text: texts.sendingNow }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: refresh,
  });
  return { plans, add, enable, remove, run };
}

/** What makes a plan again that was deleted. */
function newPlanOf(plan: ReportSchedule): NewReportSchedule {
  const { reportId, frequency, weekday, monthDay, timeOfDay, recipientIds, attachment, isEnabled } = plan;
  return {
    reportId,
    frequency,
    timeOfDay,
    recipientIds,
    attachment,
    isEnabled,
    ...(weekday !== null && { weekday }),
    ...(monthDay !== null && { monthDay }),
  };
}
