import { getRouteApi } from '@tanstack/react-router';
import { type IterationsSearch, readIterationsSearch } from './read-search.ts';

const route = getRouteApi('/signed-in/iterations');

/** What the address says; the router lets through what was read as nothing, so it is read again. */
export function useIterationsSearch(): IterationsSearch {
  return readIterationsSearch({ ...route.useSearch() });
}
