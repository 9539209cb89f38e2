import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { appsTexts } from '../texts/apps/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';

const APPS_KEY = ['apps'] as const;

const LOOK_MILLISECONDS = 2_000;

/** The paired apps; `isAwaited` looks again and again for one that is about to come. */
export function useApps(isAwaited: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: APPS_KEY,
    queryFn: ({ signal }) => client.call(calls.listApps, { signal }),
    refetchInterval: isAwaited ? LOOK_MILLISECONDS : false,
  });
}

/** Makes a link that pairs the desktop app of this computer, and opens it. */
export function usePairingLink() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.call(calls.createPairingLink, { body: {} }),
    onSuccess: ({ link }) => {
      window.location.assign(link);
      return queryClient.invalidateQueries({ queryKey: APPS_KEY });
    },
  });
}

/** Pairs by PIN. */
export function usePairing() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(appsTexts);
  return useMutation({
    mutationFn: (body: { pin: string; name?: string }) => client.call(calls.pairApp, { body }),
    onSuccess: () => {
      toast({ text: texts.paired });
      return queryClient.invalidateQueries({ queryKey: APPS_KEY });
    },
  });
}

/** Unpairs one app by id, or all of them (null). */
export function useUnpairing() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(appsTexts);
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null ? client.call(calls.unpairAllApps) : client.call(calls.unpairApp, { params: { id } }),
    onSuccess: (_, id) => toast({ text: id === null ? texts.allUnpaired : texts.unpaired }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: APPS_KEY }),
  });
}
