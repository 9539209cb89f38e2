import { type AnswerOf, calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { connectionTexts } from '../../texts/connection/texts.ts';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { CONNECTION_KEY } from './connection-key.ts';

/** The connection to Azure DevOps, as far as there is one. */
export type Connection = NonNullable<AnswerOf<typeof calls.getConnection>>;

/** What one enters to connect. */
export interface ConnectionWish {
  readonly url: string;
  readonly pat: string;
  /** The token’s last day, `YYYY-MM-DD`; empty when it is not known. */
  readonly expires: string;
}

/** While everything is read the first time one watches it; later a look now and then is enough. */
const WATCH_MILLISECONDS = 1500;
const LOOK_MILLISECONDS = 5000;

/** How the connection is doing; null when there is none. */
export function useConnection() {
  const client = useClient();
  return useQuery({
    queryKey: CONNECTION_KEY,
    queryFn: ({ signal }) => client.call(calls.getConnection, { signal }),
    refetchInterval: ({ state }) => (state.data?.isFirstRead ? WATCH_MILLISECONDS : LOOK_MILLISECONDS),
  });
}

/** Connects, after the server tried address and token. */
export function useConnect() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(settingsTexts);
  return useMutation({
    mutationFn: ({ url, pat, expires }: ConnectionWish) =>
      client.call(calls.setConnection, { body: { url, pat, ...(expires !== '' && { expires }) } }),
    onSuccess: (connection) => {
      toast({ text: texts.connected });
      queryClient.setQueryData(CONNECTION_KEY, connection);
    },
  });
}

/** Tries an address and a token without keeping them; null tries what is kept. */
export function useTestConnection() {
  const client = useClient();
  return useMutation({
    mutationFn: (wish: Pick<ConnectionWish, 'url' | 'pat'> | null) =>
      client.call(calls.testConnection, { body: wish ? { url: wish.url, pat: wish.pat } : {} }),
  });
}

interface ExpiryWish {
  readonly expires: string | null;
  /** What undo goes back to; undefined for an undo. */
  readonly before?: string | null;
}

/** Notes the token’s last day; it shows at once and can be undone. */
export function useChangeExpiry(): (wish: ExpiryWish) => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(connectionTexts);
  const common = useTexts(commonTexts);
  const { mutate } = useOptimistic<ExpiryWish, Connection, Connection | null>({
    queryKey: CONNECTION_KEY,
    send: ({ expires }) => client.call(calls.setConnectionExpiry, { body: expires ? { expires } : {} }),
    foresee: (connection, { expires }) => connection && { ...connection, expires },
    refreshes: [],
    onDone: (answer, { before }) => {
      queryClient.setQueryData(CONNECTION_KEY, answer);
      const undo = before !== undefined && {
        name: common.undo,
        run: () => mutate({ expires: before }),
      };
      toast({ text: texts.expirySaved, ...(undo && { action: undo }) });
    },
  });
  return mutate;
}

/** Forgets the connection. */
export function useDisconnect() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(settingsTexts);
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => client.call(calls.removeConnection),
    onSuccess: () => toast({ text: texts.disconnected }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: CONNECTION_KEY }),
  });
}
