import { type Client, type ClientOptions, createClient } from '@stint/client';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { SESSION_KEY, type Session } from './session.ts';

/**
 * Makes the pages' client: the session's cookie goes along by itself, its CSRF token comes from the cached session. `options` may take
 * the place of `fetch`.
 */
export function createPageClient(
  queryClient: QueryClient,
  options: Pick<ClientOptions, 'fetch'> = {},
): Client {
  return createClient({
    ...options,
    baseUrl: '',
    version: '3.2',
    csrfToken: () => queryClient.getQueryData<Session>(SESSION_KEY)?.csrfToken ?? null,
  });
}

export const ClientContext = createContext<Client | null>(null);

/** The client of this page. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('There is no ClientContext above this component');
  return client;
}
