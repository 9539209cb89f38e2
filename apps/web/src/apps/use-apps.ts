import { calls } from '@stint/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { messageOf } from '../api/message.ts';
import { useToast } from '../toasts/toast-provider.tsx';

const APPS_KEY = ['apps'] as const;

/** The paired apps. */
export function useApps() {
  const client = useClient();
  return useQuery({ queryKey: APPS_KEY, queryFn: ({ signal }) => client.call(calls.listApps, { signal }) });
}

/** Pairs by PIN. */
export function usePairing() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (body: { pin: string; name?: string }) => client.call(calls.pairApp, { body }),
    onSuccess: () => {
      toast({ text: 'The app is paired' });
      return queryClient.invalidateQueries({ queryKey: APPS_KEY });
    },
  });
}

/** Unpairs one app by id, or all of them (null). */
export function useUnpairing() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null ? client.call(calls.unpairAllApps) : client.call(calls.unpairApp, { params: { id } }),
    onSuccess: (_, id) => toast({ text: id === null ? 'All apps are unpaired' : 'The app is unpaired' }),
    onError: (error) => toast({ text: messageOf(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: APPS_KEY }),
  });
}
