import type { Client } from '@stint/client';
import {
  calls,
  type OwnAndEffectiveSettings,
  type PersonSettings,
  type ShownSettings,
} from '@stint/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client.ts';
import { SESSION_KEY } from './session.ts';

/** The keys begin with the session’s: what belongs to a session goes with it. */
/** The cache key of what the person chose. */
export const OWN_KEY = [...SESSION_KEY, 'own-settings'] as const;
/** The cache key of the organization’s settings. */
export const ORGANIZATION_KEY = [...SESSION_KEY, 'settings'] as const;

/** What the person chose, and what holds for them. */
export const ownSettingsQuery = (client: Client) =>
  queryOptions({
    queryKey: OWN_KEY,
    queryFn: ({ signal }) => client.call(calls.getOwnSettings, { signal }),
    staleTime: 300_000,
  });

/** The rules of the organization. */
export const settingsQuery = (client: Client) =>
  queryOptions({
    queryKey: ORGANIZATION_KEY,
    queryFn: ({ signal }) => client.call(calls.getSettings, { signal }),
    staleTime: 300_000,
  });

/** The settings as far as they are known; a page behind the sign-in may rely on them unless the server refused them. */
export function usePersonalSettings(): {
  readonly own: OwnAndEffectiveSettings | null;
  readonly organization: ShownSettings | null;
} {
  const client = useClient();
  const own = useQuery({ ...ownSettingsQuery(client), enabled: false });
  const organization = useQuery({ ...settingsQuery(client), enabled: false });
  return { own: own.data ?? null, organization: organization.data ?? null };
}

/** Changes what the person chose; what depends on it changes at once. */
export function useChangeOwnSettings() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<PersonSettings>) => client.call(calls.changeOwnSettings, { body: change }),
    onSuccess: (settings) => queryClient.setQueryData(OWN_KEY, settings),
  });
}
