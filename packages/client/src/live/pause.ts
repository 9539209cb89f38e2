const SHORTEST = 500;
const LONGEST = 30_000;

/**
 * Milliseconds to wait before the next try: longer each time up to half a minute, and never the same for all clients, so
 * that a server that comes back is not stormed. `random` gives numbers from 0 to 1.
 */
export function pauseBefore(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures, 10));
  return longest / 2 + (longest / 2) * random();
}
