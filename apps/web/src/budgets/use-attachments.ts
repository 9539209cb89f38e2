import { calls, type BudgetAssignment, type NewBudgetAssignment } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import { BUDGETS_KEY } from './budgets-key.ts';

/** A wish to attach; `move` takes the thing from the budget that it has. */
export type AttachWish = NewBudgetAssignment & { readonly move?: boolean };

/** Attaches a budget to things and detaches it again; detaching can be undone. */
export function useAttachments(budgetId: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(budgetsTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const refresh = () =>
    Promise.all([BUDGETS_KEY, WORKLOGS_KEY].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const attach = useMutation({
    mutationFn: (body: AttachWish) =>
      client.call(calls.addBudgetAssignment, { params: { id: budgetId }, body }),
    onSuccess: refresh,
  });
  const detach = useMutation({
    mutationFn: ({ id }: BudgetAssignment) =>
      client.call(calls.deleteBudgetAssignment, { params: { id: budgetId, assignmentId: id } }),
    onSuccess: (_, assignment) =>
      toast({
        text: texts.detached,
        action: { name: common.undo, run: () => attach.mutate(wishOf(assignment)) },
      }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: refresh,
  });
  return { attach, detach: detach.mutate };
}

function wishOf({ workItemId, iterationPath, workLogId, isExclusion }: BudgetAssignment): AttachWish {
  return {
    isExclusion,
    ...(workItemId !== null && { workItemId }),
    ...(iterationPath !== null && { iterationPath }),
    ...(workLogId !== null && { workLogId }),
  };
}
