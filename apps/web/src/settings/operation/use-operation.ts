import { type AnswerOf, type BodyOf, calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { ORGANIZATION_KEY } from '../../api/personal-settings.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { operationTexts } from '../../texts/operation/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';

export type Operation = AnswerOf<typeof calls.getMaintenance>;
type OperationWish = BodyOf<typeof calls.setMaintenance>;

const OPERATION_KEY = ['operation'] as const;

/** Whether everybody works, and what they are told if not. */
export function useOperation() {
  const client = useClient();
  return useQuery({
    queryKey: OPERATION_KEY,
    queryFn: ({ signal }) => client.call(calls.getMaintenance, { signal }),
  });
}

/** Sets the state; `before` is what undo goes back to. */
export function useSetOperation() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(operationTexts);
  const common = useTexts(commonTexts);
  const mutation = useMutation({
    mutationFn: ({ wish }: { readonly wish: OperationWish; readonly before: Operation | null }) =>
      client.call(calls.setMaintenance, { body: wish }),
    onSuccess: (answer, { before }) => {
      queryClient.setQueryData(OPERATION_KEY, answer);
      const undo = before && {
        name: common.undo,
        run: () => mutation.mutate({ wish: before, before: null }),
      };
      toast({ text: texts.applied({ name: texts[answer.operation] }), ...(undo && { action: undo }) });
      return queryClient.invalidateQueries({ queryKey: ORGANIZATION_KEY });
    },
  });
  return mutation;
}
