/** Names beyond this are compared no further: the fault is clear without it. */
const LONGEST_NAME = 80;
const MOST_NAMES = 3;

/** Known names that somebody who wrote this one may have meant, the nearest first. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const written = name.slice(0, LONGEST_NAME).toLowerCase();
  const farthest = Math.max(2, Math.floor(written.length / 2));
  return known
    .map((each) => ({ each, distance: distanceOf(written, each.toLowerCase()) }))
    .filter(({ distance }) => distance <= farthest)
    .toSorted((left, right) => left.distance - right.distance || left.each.localeCompare(right.each, 'en'))
    .slice(0, MOST_NAMES)
    .map(({ each }) => each);
}

/** How unlike two names are: characters to insert, remove or replace; a beginning that is left unfinished counts one. */
function distanceOf(written: string, known: string): number {
  if (written.length >= 3 && known.startsWith(written)) return 1;
  let row = Array.from({ length: known.length + 1 }, (_, index) => index);
  for (const [index, character] of Array.from(written).entries()) {
    const next = [index + 1];
    for (let place = 1; place <= known.length; place += 1) {
      const replaced = (row[place - 1] ?? 0) + (known[place - 1] === character ? 0 : 1);
      next.push(Math.min(replaced, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
