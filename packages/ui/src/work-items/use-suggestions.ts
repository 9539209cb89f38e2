import type { SearchAnswer } from '@stint/contract';
import { useEffect, useState } from 'react';
import { groupSuggestions, type SuggestionGroup } from './suggestions.ts';

/** Finds work items by id or words of the title; an empty text finds those one would most likely take. */
export type SearchWorkItems = (text: string, signal: AbortSignal) => Promise<SearchAnswer>;

export interface Suggestions {
  readonly state: 'waiting' | 'found' | 'failed';
  /** The text that `groups` answers. */
  readonly text: string;
  readonly groups: readonly SuggestionGroup[];
}

const NONE: Suggestions = { state: 'waiting', text: '', groups: [] };
const PAUSE_MILLISECONDS = 120;

/** Searches while `open`, a moment after the last key; the last suggestions stay until the next ones are there. */
export function useSuggestions(search: SearchWorkItems, text: string, open: boolean): Suggestions {
  const [suggestions, setSuggestions] = useState(NONE);
  useEffect(() => {
    if (!open) return undefined;
    const abort = new AbortController();
    const run = async () => {
      try {
        const answer = await search(text.trim(), abort.signal);
        setSuggestions({ state: 'found', text, groups: groupSuggestions(answer.workItems) });
      } catch {
        if (!abort.signal.aborted) setSuggestions({ state: 'failed', text, groups: [] });
      }
    };
    const timer = setTimeout(() => void run(), text === '' ? 0 : PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search, text, open]);
  return open ? suggestions : NONE;
}
