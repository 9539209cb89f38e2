import { calls, type Budget, type BudgetChange, type NewBudget } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { BUDGETS_KEY } from './budgets-key.ts';
import { budgetKey } from './use-budgets.ts';

/** Closes and reopens a budget, which shows at once and can be undone; and deletes it. */
export function useBudgetCommands(id: string, onDeleted: () => void) {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(budgetsTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const refresh = () => queryClient.invalidateQueries({ queryKey: BUDGETS_KEY });
  const setClosed = useMutation({
    mutationFn: (isClosed: boolean) =>
      client.call(calls.changeBudget, { params: { id }, body: { isClosed } }),
    onMutate: async (isClosed) => {
      await queryClient.cancelQueries({ queryKey: budgetKey(id), exact: true });
      const before = queryClient.getQueryData<Budget>(budgetKey(id));
      queryClient.setQueryData<Budget>(budgetKey(id), (known) => known && { ...known, isClosed });
      return { before };
    },
    onSuccess: ({ name, isClosed }) =>
      toast({
        text: isClosed ? texts.wasClosed({ name }) : texts.wasReopened({ name }),
        action: { name: common.undo, run: () => setClosed.mutate(!isClosed) },
      }),
    onError: (error, isClosed, made) => {
      if (made?.before) queryClient.setQueryData(budgetKey(id), made.before);
      toast({
        text: common.changeRefused({ reason: errorText(error) }),
        action: { name: common.tryAgain, run: () => setClosed.mutate(isClosed) },
      });
    },
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: () => client.call(calls.deleteBudget, { params: { id } }),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: budgetKey(id) });
      onDeleted();
      return refresh();
    },
  });
  return { setClosed: setClosed.mutate, remove };
}

/** Makes a budget, or changes the one with this id. */
export function useSaveBudget(id: string | null, onSaved: (budget: Budget) => void) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NewBudget & BudgetChange) =>
      id === null
        ? client.call(calls.addBudget, { body })
        : client.call(calls.changeBudget, { params: { id }, body }),
    onSuccess: async (budget) => {
      await queryClient.invalidateQueries({ queryKey: BUDGETS_KEY });
      onSaved(budget);
    },
  });
}
