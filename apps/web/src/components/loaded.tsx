import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadFault } from './load-fault.tsx';

interface LoadedProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  /** Names what is loaded, as it stands within a sentence. */
  readonly what: string;
  /** Stands there while it is loaded the first time. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** What a query gives, or the state it is in: loading, or a fault with a way to try again. What was loaded before stays on a fault. */
export function Loaded<Data>({ query, what, skeleton, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <LoadFault error={query.error} onRetry={() => void query.refetch()} what={what} />;
  return skeleton;
}
