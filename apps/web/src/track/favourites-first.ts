import type { ActivityType } from '@stint/contract';
import { useMemo } from 'react';
import { usePersonalSettings } from '../api/personal-settings.ts';

/** Activity types with the favourites before all others; both keep their order. */
export function favouritesFirst(
  types: readonly ActivityType[],
  favourites: readonly string[],
): ActivityType[] {
  const chosen = new Set(favourites);
  return [...types.filter(({ id }) => chosen.has(id)), ...types.filter(({ id }) => !chosen.has(id))];
}

/** Activity types to choose from, the person’s favourites first. */
export function useFavouritesFirst(types: readonly ActivityType[] | undefined): readonly ActivityType[] {
  const favourites = usePersonalSettings().own?.effective.favouriteActivityTypeIds;
  return useMemo(() => favouritesFirst(types ?? [], favourites ?? []), [types, favourites]);
}
