/** A cell by its place among rows and days. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows and days there are. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** Cells from one corner to another; both belong to it. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where an arrow key, Home, End, or one of these with Ctrl leads; null for keys that do not move. It never leads out of the grid. */
export function moveByKey(key: string, isFar: boolean, place: Place, size: GridSize): Place | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const { row, column } = place;
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: isFar ? lastRow : Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: isFar ? lastColumn : Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 };
    case 'End':
      return { row: isFar ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

/** The cell after (1) or before (-1) in reading order, as Tab goes; null beyond the last or first, where Tab leaves the grid. */
export function moveByTab(step: 1 | -1, { row, column }: Place, size: GridSize): Place | null {
  const index = row * size.columns + column + step;
  if (index < 0 || index >= size.rows * size.columns) return null;
  return { row: Math.floor(index / size.columns), column: index % size.columns };
}

/** The cells between two corners, whichever way they were chosen. */
export function rangeBetween(a: Place, b: Place): CellRange {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** All cells of a range, row by row. */
export function placesOf({ top, bottom, left, right }: CellRange): Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) places.push({ row, column });
  return places;
}

/** The active cell, and the other corner of what is chosen. */
export interface Chosen {
  readonly active: Place;
  readonly anchor: Place;
}

/**
 * What is chosen after rows came, went or changed places: it stays with its rows, by their keys. Only the active cell stays chosen when other
 * rows would come between; null when its row is gone.
 */
export function followRows(
  chosen: Chosen,
  before: readonly string[],
  after: readonly string[],
): Chosen | null {
  const { active, anchor } = chosen;
  const row = after.indexOf(before[active.row] ?? '');
  if (row < 0) return null;
  const moved = { ...active, row };
  const { top, bottom } = rangeBetween(active, anchor);
  const shift = row - active.row;
  const isWhole = before.slice(top, bottom + 1).every((key, at) => after[top + shift + at] === key);
  return { active: moved, anchor: isWhole ? { ...anchor, row: anchor.row + shift } : moved };
}
