import { calls } from '@stint/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';

const SUBMITTED = '1';
/** More are not counted: the badge says 99+. */
const MOST = 100;
const FIVE_MINUTES = 300_000;

/** How many weeks wait for the person’s decision, at most 100; 0 for whoever approves nothing. */
export function useWaitingWeeks(): number {
  const client = useClient();
  const { user } = useSession();
  const managers = useQuery({
    queryKey: [...WEEKS_KEY, 'managers'],
    queryFn: ({ signal }) => client.call(calls.listApprovalManagers, { signal }),
    staleTime: FIVE_MINUTES,
  });
  const isManager = managers.data?.some(({ id }) => id === user.id) === true;
  const waiting = useQuery({
    queryKey: [...WEEKS_KEY, 'waiting'],
    queryFn: ({ signal }) =>
      client.call(calls.listTimeApprovals, { query: { $state: SUBMITTED, $count: MOST }, signal }),
    refetchInterval: FIVE_MINUTES,
    enabled: isManager,
  });
  return waiting.data?.length ?? 0;
}
