import { calls, type TrackedWorkItem } from '@stint/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useClient } from '../../api/client.ts';

const PAUSE_MILLISECONDS = 120;
const MOST = 8;

/** The work items that fit a typed text, a moment after the last key; none for an empty text. */
export function useFoundWorkItems(text: string): readonly TrackedWorkItem[] {
  const client = useClient();
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(text.trim()), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ['work-item-search', query],
    queryFn: ({ signal }) => client.call(calls.searchWorkItemsByQuery, { body: { query }, signal }),
    placeholderData: keepPreviousData,
    enabled: query !== '',
  });
  if (text.trim() === '' || query === '') return [];
  const items = found.data?.workItems.map(({ workItem }) => workItem) ?? [];
  return [...new Map(items.map((item) => [item.id, item])).values()].slice(0, MOST);
}
