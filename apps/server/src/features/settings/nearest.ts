/** The known names closest to a mistyped one, the closest first; none when nothing is close. */
export function nearest(given: string, known: readonly string[]): string[] {
  const typed = given.slice(0, LONGEST).toLowerCase();
  const enough = Math.max(2, Math.floor(typed.length / 3));
  return known
    .map((name) => ({ name, distance: distanceOf(typed, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= enough)
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** What is longer is no mistyped name. */
const LONGEST = 64;

/** Letters to add, drop or replace; 1 when one is a part of the other that says something. */
function distanceOf(typed: string, name: string): number {
  if (typed.length >= 4 && name.includes(typed)) return 1;
  let above = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(typed).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(name).entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above[name.length] ?? 0;
}
