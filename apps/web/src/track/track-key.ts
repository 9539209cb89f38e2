/** The cache key of the clock's state. */
export const TRACK_KEY = ['track'] as const;

/** The cache key of whether the live hub tells this page what changes. */
export const LIVE_KEY = ['live'] as const;
