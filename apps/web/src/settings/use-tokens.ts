import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { settingsTexts } from '../texts/settings/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';

const TOKENS_KEY = ['tokens'] as const;

/** One's own API tokens, without their values. */
export function useTokens() {
  const client = useClient();
  return useQuery({
    queryKey: TOKENS_KEY,
    queryFn: ({ signal }) => client.call(calls.listTokens, { signal }),
  });
}

/** The tokens of everyone, without their values; for administrators. */
export function useTokensOfEveryone() {
  const client = useClient();
  return useQuery({
    queryKey: [...TOKENS_KEY, 'everyone'],
    queryFn: ({ signal }) => client.call(calls.listTokens, { query: { $all: true }, signal }),
  });
}

/** Makes a token by name; the value is in this answer only. */
export function useAddToken() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => client.call(calls.addToken, { body: { name } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: TOKENS_KEY }),
  });
}

/** Ends a token at once. */
export function useRevokeToken() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(settingsTexts);
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (id: string) => client.call(calls.revokeToken, { params: { id } }),
    onSuccess: () => toast({ text: texts.tokenRevoked }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: TOKENS_KEY }),
  });
}
