import { useCallback, useMemo } from 'react';
import { useTrack } from '../track/use-track.ts';

/** Gives the colour of an activity type as six hex digits; empty where it has none, and for [Not Set]. */
export function useActivityColours(): (id: string) => string {
  const types = useTrack().data?.state.settings.activityType.activityTypes;
  const colours = useMemo(
    () => new Map((types ?? []).filter(({ isNotSet }) => !isNotSet).map(({ id, color }) => [id, color])),
    [types],
  );
  return useCallback((id) => colours.get(id) ?? '', [colours]);
}
