import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '@stint/ui';
import { commonTexts } from '../texts/common/texts.ts';
import { type Toast, useToast } from '../toasts/toast-provider.tsx';
import { useErrorText } from './message.ts';

export interface OptimisticChange<Variables, Answer, Cached> {
  /** The cache entry that shows the change. */
  readonly queryKey: QueryKey;
  readonly send: (variables: Variables) => Promise<Answer>;
  /** What the cache entry will most likely be after the change; it must not change `cached` itself. */
  readonly foresee: (cached: Cached, variables: Variables) => Cached;
  /** Everything that the change may touch, fetched anew afterwards. */
  readonly refreshes: readonly QueryKey[];
  readonly onDone?: (answer: Answer, variables: Variables) => void;
  /** What one can do about a refusal, beside trying again. */
  readonly wayOut?: (error: Error, variables: Variables) => Toast['action'];
}

/**
 * A change that shows at once and is taken back when the server refuses it; the refusal’s reason is shown, with a way out. Changes of
 * the same cache entry are sent one after the other.
 */
export function useOptimistic<Variables, Answer, Cached>(
  change: OptimisticChange<Variables, Answer, Cached>,
) {
  const { queryKey } = change;
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(commonTexts);
  const errorText = useErrorText();
  const mutation = useMutation({
    scope: { id: JSON.stringify(queryKey) },
    mutationFn: change.send,
    onMutate: async (variables) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<Cached>(queryKey);
      if (before !== undefined) queryClient.setQueryData(queryKey, change.foresee(before, variables));
      return { before };
    },
    onSuccess: (answer, variables) => change.onDone?.(answer, variables),
    onError: (error, variables, made) => {
      if (made?.before !== undefined) queryClient.setQueryData(queryKey, made.before);
      const action = change.wayOut?.(error, variables) ?? {
        name: texts.tryAgain,
        run: () => mutation.mutate(variables),
      };
      toast({ text: texts.changeRefused({ reason: errorText(error) }), action });
    },
    onSettled: () =>
      Promise.all(change.refreshes.map((key) => queryClient.invalidateQueries({ queryKey: key }))),
  });
  return mutation;
}
