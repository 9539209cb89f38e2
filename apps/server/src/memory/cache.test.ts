import { describe, expect, test } from 'vitest';
import { createCache } from './cache.ts';
import type { ChangeFeed } from './change-feed.ts';

/** A feed whose changes and connection the test makes itself. */
function handFeed() {
  const handlers: ((organizationId: string | null) => void)[] = [];
  const state = { live: true };
  const tell = (organizationId: string | null) => {
    for (const handler of handlers) handler(organizationId);
  };
  const feed: ChangeFeed = {
    isLive: () => state.live,
    onChange: (handler) => void handlers.push(handler),
    tell,
    close: async () => undefined,
  };
  return { feed, state, tell };
}

/** A source that counts how often it is read. */
function source(values: (string | null)[]) {
  let reads = 0;
  return {
    load: async () => values[Math.min(reads++, values.length - 1)] ?? null,
    reads: () => reads,
  };
}

describe('a value', () => {
  test('is read once', async () => {
    const { feed } = handFeed();
    const cache = createCache<string>(feed);
    const { load, reads } = source(['one', 'two']);
    expect([await cache.get('a', 'k', load), await cache.get('a', 'k', load), reads()]).toEqual([
      'one',
      'one',
      1,
    ]);
  });

  test('that is not there is looked for every time', async () => {
    const { feed } = handFeed();
    const cache = createCache<string>(feed);
    const { load } = source([null, 'made']);
    expect([await cache.get('a', 'k', load), await cache.get('a', 'k', load)]).toEqual([null, 'made']);
  });

  test('is read again after a change in its organization, not after one elsewhere', async () => {
    const { feed, tell } = handFeed();
    const cache = createCache<string>(feed);
    const { load } = source(['one', 'two']);
    await cache.get('a', 'k', load);
    tell('b');
    expect(await cache.get('a', 'k', load)).toBe('one');
    tell('a');
    expect(await cache.get('a', 'k', load)).toBe('two');
  });

  test('of no organization is read again after a change in any', async () => {
    const { feed, tell } = handFeed();
    const cache = createCache<string>(feed);
    const { load } = source(['one', 'two']);
    await cache.get('', 'slug', load);
    tell('b');
    expect(await cache.get('', 'slug', load)).toBe('two');
  });

  test('that changed while it was being read is answered, but not remembered', async () => {
    const { feed, tell } = handFeed();
    const cache = createCache<string>(feed);
    const { promise, resolve } = Promise.withResolvers<string>();
    const reading = cache.get('a', 'k', () => promise);
    tell('a');
    resolve('old');
    expect(await reading).toBe('old');
    expect(await cache.get('a', 'k', async () => 'new')).toBe('new');
  });

  test('is not remembered while changes are not heard, nor trusted after a gap', async () => {
    const { feed, state, tell } = handFeed();
    const cache = createCache<string>(feed);
    const { load, reads } = source(['one', 'two', 'three']);
    await cache.get('a', 'k', load);
    state.live = false;
    tell(null);
    expect([await cache.get('a', 'k', load), reads()]).toEqual(['two', 2]);
    state.live = true;
    tell(null);
    expect(await cache.get('a', 'k', load)).toBe('three');
  });

  test('whose reading fails leaves nothing behind', async () => {
    const { feed } = handFeed();
    const cache = createCache<string>(feed);
    await expect(cache.get('a', 'k', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await cache.get('a', 'k', async () => 'back')).toBe('back');
  });
});

test('the memory is bounded: when it is full it begins anew', async () => {
  const { feed } = handFeed();
  const cache = createCache<string>(feed, 3);
  for (const key of ['1', '2', '3', '4']) await cache.get('a', key, async () => `first ${key}`);
  expect(await cache.get('a', '1', async () => 'again')).toBe('again');
  expect(await cache.get('a', '4', async () => 'again')).toBe('first 4');
});
