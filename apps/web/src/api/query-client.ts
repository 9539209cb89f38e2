import { ApiError } from '@stint/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { SESSION_KEY } from './session.ts';

const MOST_RETRIES = 2;

/** Data fetching for all pages: faults of the server are tried again, refusals and changes are not; 401 goes to `onSignedOut`. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== SESSION_KEY[0]) watch(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.['signsIn'] !== true) watch(error);
      },
    }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (failures, error) => failures < MOST_RETRIES && isPassing(error) },
      // Without a network a change is refused at once, and says so: one that waits for it would be lost with a reload.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Maintenance lasts longer than a few tries, and says so. */
function isPassing(error: Error): boolean {
  if (!(error instanceof ApiError) || error.status === 0) return true;
  return error.status >= 500 && error.code !== 'ApiDisabled';
}
