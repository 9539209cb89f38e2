import { calls, type ExplorerLayout } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';

const LAYOUTS_KEY = ['explorer-layouts'] as const;

/** The saved layouts of the person, by name. */
export function useLayouts() {
  const client = useClient();
  return useQuery({
    queryKey: LAYOUTS_KEY,
    queryFn: ({ signal }) => client.call(calls.listExplorerLayouts, { signal }),
    staleTime: 60_000,
  });
}

/** Saves and deletes layouts; a deletion can be undone. */
export function useLayoutCommands() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(explorerTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: LAYOUTS_KEY });
  const save = useMutation({
    mutationFn: ({ id, ...body }: ExplorerLayout) =>
      client.call(calls.setExplorerLayout, { params: { id }, body }),
    onSuccess: ({ name }) => toast({ text: texts.layoutSaved({ name }) }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: ExplorerLayout) => client.call(calls.deleteExplorerLayout, { params: { id } }),
    onSuccess: (_, layout) =>
      toast({
        text: texts.layoutDeleted({ name: layout.name }),
        action: { name: common.undo, run: () => save.mutate(layout) },
      }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled,
  });
  return { save, remove };
}
