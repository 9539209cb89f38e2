/** The things with the one at `from` moved to `to`; places beyond the ends are the ends. */
export function moved<Thing>(things: readonly Thing[], from: number, to: number): Thing[] {
  const thing = things[from];
  if (thing === undefined) return [...things];
  const rest = things.filter((_, index) => index !== from);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), thing, ...rest.slice(place)];
}

/** The colours to choose from at once: even steps around the circle, readable on light and dark. */
export const PALETTE = [
  '0F6CBD',
  '0E7039',
  'C19C00',
  'CA5010',
  'C50F1F',
  'C239B3',
  '5B5FC7',
  '038387',
  '69797E',
] as const;

/** The first colour that no activity type has yet. */
export function freeColour(used: readonly string[]): string {
  const taken = new Set(used.map((each) => each.toUpperCase()));
  return PALETTE.find((colour) => !taken.has(colour)) ?? PALETTE[used.length % PALETTE.length] ?? PALETTE[0];
}
