import { calls } from '@stint/contract';
import { useQueries } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useClock } from '../track/clock.tsx';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import type { Begun } from './steps.ts';

/** Asked anew whenever one comes back: the steps are done on other pages. */
const staleTime = 0;

/** They begin with the keys that changes of the connection, of people and of worklogs refresh. */
const CONNECTION = ['connection', 'is-there'] as const;
const PEOPLE = ['people', 'first-two'] as const;
const TIME = [...WORKLOGS_KEY, 'any'] as const;

/** What of the organization is there already; null until it is known, and where it cannot be loaded: the page goes without. */
export function useBegun(): Begun | null {
  const client = useClient();
  const { isRunning } = useClock();
  const [connection, people, time] = useQueries({
    queries: [
      {
        queryKey: CONNECTION,
        staleTime,
        queryFn: async ({ signal }) => (await client.call(calls.getConnection, { signal })) !== null,
      },
      {
        queryKey: PEOPLE,
        staleTime,
        queryFn: async ({ signal }) =>
          (await client.call(calls.listUserRoles, { query: { $count: 2 }, signal })).length,
      },
      {
        queryKey: TIME,
        staleTime,
        queryFn: async ({ signal }) =>
          (await client.call(calls.listAllWorkLogs, { query: { $count: 1 }, signal })).length > 0,
      },
    ],
  });
  if (connection.data === undefined || people.data === undefined || time.data === undefined) return null;
  return { isConnected: connection.data, people: people.data, hasTime: time.data || isRunning };
}
