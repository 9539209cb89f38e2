import { calls } from '@stint/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useApprovalManagers } from '../weeks/use-approval-managers.ts';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';

const FIVE_MINUTES = 300_000;

/** How many weeks wait for the person’s decision; 0 for whoever approves nothing. The live hub says when it changes. */
export function useWaitingWeeks(): number {
  const client = useClient();
  const { isManager } = useApprovalManagers();
  const waiting = useQuery({
    queryKey: [...WEEKS_KEY, 'waiting'],
    queryFn: ({ signal }) => client.call(calls.countPendingTimeWeeks, { signal }),
    refetchInterval: FIVE_MINUTES,
    enabled: isManager === true,
  });
  return waiting.data?.count ?? 0;
}
