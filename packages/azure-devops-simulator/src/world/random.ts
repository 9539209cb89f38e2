/** A seeded stream of choices: the same seed gives the same choices on every machine. */
export type Random = {
  /** A whole number from `from` up to and including `to`. */
  readonly between: (from: number, to: number) => number;
  /** One element of a list that is not empty. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** True with the given probability (0 to 1). */
  readonly chance: (probability: number) => boolean;
};

/** Makes a generator (mulberry32) from a whole-number seed; not for secrets. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    chance: (probability) => next() < probability,
  };
}
