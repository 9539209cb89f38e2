import type { Client } from '@stint/client';
import { calls } from '@stint/contract';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import type { DaySpan } from './span.ts';

// Begins with the key of worklogs, so that it goes with every change of time.
const ITERATIONS_KEY = [...WORKLOGS_KEY, 'iterations'] as const;

/** The question for iterations that have a day of the span, the latest first; of one project, or of all (null). */
export function iterationsQuery(client: Client, { from, to }: DaySpan, project: string | null) {
  return queryOptions({
    queryKey: [...ITERATIONS_KEY, 'list', from, to, project],
    queryFn: ({ signal }) =>
      client.call(calls.listIterations, {
        query: { $from: from, $to: to, ...(project !== null && { $project: project }) },
        signal,
      }),
  });
}

/** The answer to `iterationsQuery`; while another is asked, the one before stays. */
export function useIterations(span: DaySpan, project: string | null) {
  return useQuery({ ...iterationsQuery(useClient(), span, project), placeholderData: keepPreviousData });
}

/** One iteration with its work items and those that have moved on. */
export function useIteration(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...ITERATIONS_KEY, 'one', path],
    queryFn: ({ signal }) => client.call(calls.getIteration, { query: { $path: path }, signal }),
  });
}
