import {
  calls,
  type DeliveryState,
  type NewWebhook,
  type Webhook,
  type WebhookChange,
} from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';

const WEBHOOKS_KEY = ['webhooks'] as const;
const LIST_KEY = [...WEBHOOKS_KEY, 'list'] as const;
const DELIVERIES_KEY = [...WEBHOOKS_KEY, 'deliveries'] as const;
const PAGE = 50;
const WATCH_MILLISECONDS = 2000;

/** The webhooks, the oldest first. */
export function useWebhooks() {
  const client = useClient();
  return useQuery({
    queryKey: LIST_KEY,
    queryFn: ({ signal }) => client.call(calls.listWebhooks, { signal }),
  });
}

/** One webhook with its version, to change it only as it was seen. */
export function useVersioned(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...WEBHOOKS_KEY, 'one', id],
    queryFn: async ({ signal }) => {
      let etag = '';
      const onETag = (found: string) => {
        etag = found;
      };
      return { webhook: await client.call(calls.getWebhook, { params: { id }, signal, onETag }), etag };
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: WEBHOOKS_KEY });
}

/** Makes a webhook; its secret is in this answer only. */
export function useAddWebhook() {
  const client = useClient();
  return useMutation({
    mutationFn: (body: NewWebhook) => client.call(calls.addWebhook, { body }),
    onSuccess: useRefresh(),
  });
}

/** Changes a webhook that still is as it was seen. */
export function useChangeWebhook() {
  const client = useClient();
  return useMutation({
    mutationFn: (wish: { readonly id: string; readonly etag: string; readonly body: WebhookChange }) =>
      client.call(calls.changeWebhook, { params: { id: wish.id }, body: wish.body, ifMatch: wish.etag }),
    onSuccess: useRefresh(),
  });
}

interface Switch {
  readonly id: string;
  readonly isEnabled: boolean;
}

/** Switches a webhook on or off; it shows at once and can be undone. */
export function useSwitchWebhook(): (wish: Switch) => void {
  const client = useClient();
  const toast = useToast();
  const texts = useTexts(webhooksTexts);
  const common = useTexts(commonTexts);
  const { mutate } = useOptimistic<Switch, Webhook, readonly Webhook[]>({
    queryKey: LIST_KEY,
    send: ({ id, isEnabled }) => client.call(calls.changeWebhook, { params: { id }, body: { isEnabled } }),
    foresee: (webhooks, { id, isEnabled }) =>
      webhooks.map((webhook) => (webhook.id === id ? { ...webhook, isEnabled } : webhook)),
    refreshes: [LIST_KEY],
    onDone: (_, { id, isEnabled }) =>
      toast({
        text: isEnabled ? texts.turnedOn : texts.turnedOff,
        action: { name: common.undo, run: () => mutate({ id, isEnabled: !isEnabled }) },
      }),
  });
  return mutate;
}

/** Sends a ping at once. */
export function useTestWebhook() {
  const client = useClient();
  return useMutation({
    mutationFn: (id: string) => client.call(calls.testWebhook, { params: { id } }),
  });
}

/** Makes a new signing secret; it is in this answer only. */
export function useNewSecret() {
  const client = useClient();
  const toast = useToast();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (id: string) => client.call(calls.rotateWebhookSecret, { params: { id } }),
    onError: (error) => toast({ text: errorText(error) }),
  });
}

/** Deletes a webhook with its deliveries. */
export function useDeleteWebhook() {
  const client = useClient();
  const toast = useToast();
  const texts = useTexts(webhooksTexts);
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (id: string) => client.call(calls.deleteWebhook, { params: { id } }),
    onSuccess: () => toast({ text: texts.deleted }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: useRefresh(),
  });
}

/** What was told to a webhook, newest first; looked at again while something is under way. */
export function useDeliveries(id: string, state: DeliveryState | null) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...DELIVERIES_KEY, id, state],
    queryFn: ({ pageParam, signal }) =>
      client.call(calls.listWebhookDeliveries, {
        params: { id },
        query: { $count: PAGE, ...(state && { $state: state }), ...(pageParam && { $after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : page.at(-1)?.id),
    refetchInterval: WATCH_MILLISECONDS,
  });
}

/** Sends an event again, with tries as for a new one. */
export function useResend(id: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(webhooksTexts);
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (deliveryId: string) =>
      client.call(calls.resendWebhookDelivery, { params: { id, deliveryId } }),
    onSuccess: () => toast({ text: texts.resent }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [...DELIVERIES_KEY, id] }),
  });
}
