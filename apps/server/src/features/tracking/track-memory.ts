import type { Versioned, Whose } from './store.ts';

/** Records kept at most; they are small, and whoever is not here is read. */
const MOST = 10_000;

/**
 * What this process last wrote or read of people's records, so that the next change needs no reading before it. Only a
 * guess: whatever is written on it is written only where version and stamp still fit.
 */
export interface TrackMemory {
  recall(whose: Whose): Versioned | null;
  keep(whose: Whose, versioned: Versioned): void;
  forget(whose: Whose): void;
}

export function createTrackMemory(): TrackMemory {
  const known = new Map<string, Versioned>();
  return {
    recall: (whose) => known.get(keyOf(whose)) ?? null,
    keep(whose, versioned) {
      if (known.size >= MOST) known.clear();
      known.set(keyOf(whose), versioned);
    },
    forget: (whose) => void known.delete(keyOf(whose)),
  };
}

function keyOf({ organizationId, personId }: Whose): string {
  return `${organizationId} ${personId}`;
}
