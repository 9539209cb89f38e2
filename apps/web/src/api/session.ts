import type { Client } from '@stint/client';
import { type AnswerOf, calls } from '@stint/contract';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** Who is signed in. */
export type Session = AnswerOf<typeof calls.getSession>;

export const SESSION_KEY = ['session'] as const;

/** Who is signed in; fails with 401 when nobody is. */
export const sessionQuery = (client: Client) =>
  queryOptions({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => client.call(calls.getSession, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/**
 * The session, on pages that are shown to signed-in people only. When it ends, what is shown keeps it until the sign-in has taken its
 * place.
 */
export function useSession(): Session {
  const session = useQueryClient().getQueryData<Session>(SESSION_KEY);
  const [atFirst] = useState(session);
  const known = session ?? atFirst;
  if (!known) throw new Error('Nobody is signed in');
  return known;
}
