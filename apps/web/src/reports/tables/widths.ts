/** Pixels that a column takes which shares the room that is left. */
const LEAST_SHARED = 110;

/** The width of a column in pixels; null shares the room that is left, as negative widths of the gallery do. */
export function widthOfColumn(width: number | undefined): number | null {
  return width !== undefined && width > 0 ? Math.min(width, 600) : null;
}

/** The width below which a table scrolls. */
export function leastWidth(widths: readonly (number | undefined)[]): number {
  return widths.reduce<number>((sum, width) => sum + (widthOfColumn(width) ?? LEAST_SHARED), 0);
}
