import { calls } from '@stint/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { WEEKS_KEY } from './weeks-key.ts';

const FIVE_MINUTES = 300_000;

/** Who may be asked to approve weeks, by name, and whether the person is one of them; null while that is not known. */
export function useApprovalManagers() {
  const client = useClient();
  const { user } = useSession();
  const managers = useQuery({
    queryKey: [...WEEKS_KEY, 'managers'],
    queryFn: ({ signal }) => client.call(calls.listApprovalManagers, { signal }),
    staleTime: FIVE_MINUTES,
  });
  const isManager = managers.data?.some(({ id }) => id === user.id) ?? null;
  return { managers: managers.data ?? [], isManager, isFailed: managers.isError };
}
