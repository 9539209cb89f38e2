import { calls } from '@stint/contract';
import { useQueries } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';

const LOOK_MILLISECONDS = 10_000;

/** Whether the server serves requests, and after how many milliseconds it said so. */
export interface Readiness {
  readonly isReady: boolean;
  readonly reason: string;
  readonly milliseconds: number;
}

async function askReadiness(signal: AbortSignal): Promise<Readiness> {
  const begun = performance.now();
  const response = await fetch('/readyz', { signal, cache: 'no-store' });
  const { reason } = ((await response.json().catch(() => null)) ?? {}) as { reason?: string };
  const milliseconds = Math.max(1, Math.round(performance.now() - begun));
  return { isReady: response.ok, reason: reason ?? response.statusText, milliseconds };
}

/** What the server is doing: serving, following Azure DevOps, sending mail and events; each may fail on its own. */
export function useHealth() {
  const client = useClient();
  const again = { refetchInterval: LOOK_MILLISECONDS, retry: false };
  const [server, connection, mail, webhooks] = useQueries({
    queries: [
      { queryKey: ['health', 'server'], queryFn: ({ signal }) => askReadiness(signal), ...again },
      {
        queryKey: ['health', 'connection'],
        queryFn: ({ signal }) => client.call(calls.getConnection, { signal }),
        ...again,
      },
      {
        queryKey: ['health', 'mail'],
        queryFn: ({ signal }) => client.call(calls.getMailStatus, { signal }),
        ...again,
      },
      {
        queryKey: ['health', 'webhooks'],
        queryFn: ({ signal }) => client.call(calls.listWebhooks, { signal }),
        ...again,
      },
    ],
  });
  return { server, connection, mail, webhooks };
}
