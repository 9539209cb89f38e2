import type { ChangeFeed } from './change-feed.ts';

/** What was read from the database and still holds, because every change of it is told to all server processes. */
export interface Cache<Value> {
  /** The remembered value, or what `load` reads. `null` (not found) is not remembered. */
  get(organizationId: string, key: string, load: () => Promise<Value | null>): Promise<Value | null>;
}

/** Remembers at most `limit` values; while the feed is not connected it remembers nothing. */
export function createCache<Value>(feed: ChangeFeed, limit = 10_000): Cache<Value> {
  const values = new Map<string, Map<string, Value>>();
  let size = 0;
  let generation = 0;

  feed.onChange((organizationId) => {
    generation += 1;
    if (organizationId === null) {
      values.clear();
      size = 0;
      return;
    }
    for (const owner of [organizationId, '']) {
      size -= values.get(owner)?.size ?? 0;
      values.delete(owner);
    }
  });

  return {
    async get(organizationId, key, load) {
      const live = feed.isLive();
      const known = live ? values.get(organizationId)?.get(key) : undefined;
      if (known !== undefined) return known;
      const before = generation;
      const loaded = await load();
      // A change told while we were reading may not be in what we have read.
      if (loaded === null || !live || !feed.isLive() || generation !== before) return loaded;
      if (size >= limit) {
        values.clear();
        size = 0;
      }
      const owned = values.get(organizationId) ?? new Map<string, Value>();
      values.set(organizationId, owned);
      if (!owned.has(key)) size += 1;
      owned.set(key, loaded);
      return loaded;
    },
  };
}
