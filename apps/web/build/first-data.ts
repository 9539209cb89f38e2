import type { Client } from '@stint/client';
import { QueryClient } from '@tanstack/react-query';
import { createPageClient } from '../src/api/client.ts';
import { ownSettingsQuery, settingsQuery } from '../src/api/personal-settings.ts';
import { sessionQuery } from '../src/api/session.ts';
import { askForWorklogs } from '../src/day/worklog-queries.ts';

type Ask = (client: Client, queryClient: QueryClient) => void;

/** What every page asks behind the sign-in. */
const askWhoIsThere: Ask = (client, queryClient) => {
  const asked = [
    queryClient.ensureQueryData(sessionQuery(client)),
    queryClient.ensureQueryData(ownSettingsQuery(client)),
    queryClient.ensureQueryData(settingsQuery(client)),
  ];
  void Promise.allSettled(asked);
};

/** The addresses that a page asks for before it is shown, when its own address has no query; found by letting the pages’ client ask. */
export async function firstData(page: string): Promise<string[]> {
  const addresses: string[] = [];
  const queryClient = new QueryClient();
  const client = createPageClient(queryClient, {
    fetch: async (address) => {
      if (typeof address === 'string') addresses.push(address);
      return Response.json({ data: [] });
    },
  });
  askWhoIsThere(client, queryClient);
  if (page === '/') askForWorklogs(client, queryClient);
  while (queryClient.isFetching() > 0) await new Promise(setImmediate);
  queryClient.clear();
  return addresses;
}
