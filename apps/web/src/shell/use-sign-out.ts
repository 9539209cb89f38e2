import { calls } from '@stint/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { useToast } from '../toasts/toast-provider.tsx';

/** Ends the session and leads to the sign-in. Drafts stay in this browser, for the same person only. */
export function useSignOut(): () => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const errorText = useErrorText();
  const { mutate } = useMutation({
    mutationFn: () => client.call(calls.signOut),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: {} });
      queryClient.clear();
    },
    onError: (error) => toast({ text: errorText(error) }),
  });
  return mutate;
}
