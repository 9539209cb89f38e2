import { calls } from '@stint/contract';
import type { SearchWorkItems } from '@stint/ui';
import { useCallback } from 'react';
import { useClient } from '../api/client.ts';

/** The search for work items by id or words of the title. */
export function useWorkItemSearch(): SearchWorkItems {
  const client = useClient();
  return useCallback(
    (query, signal) => client.call(calls.searchWorkItemsByQuery, { body: { query }, signal }),
    [client],
  );
}
