import { type CellRange, type GridSize, placesOf, type Place } from './grid-move.ts';

/** A text for a cell. */
export interface PlacedText extends Place {
  readonly text: string;
}

/** Cells as spreadsheets copy them: tabs between, a line a row. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join('\t')).join('\n');
}

/** Reads what a spreadsheet copied; quotes around a cell are taken away, and so is the line end at the end. */
export function readTable(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) =>
    line.split('\t').map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    ),
  );
}

/**
 * Where each pasted text goes: from the upper left corner of the chosen range on; a single text fills the range, and so does a table
 * that fits into it a whole number of times. Empty texts change nothing. `outside` counts texts for which the grid has no cell.
 */
export function placeTable(
  table: readonly (readonly string[])[],
  range: CellRange,
  size: GridSize,
): { placed: PlacedText[]; outside: number } {
  const [height, width] = [table.length, Math.max(...table.map((cells) => cells.length))];
  const [rows, columns] = [range.bottom - range.top + 1, range.right - range.left + 1];
  const isFilling = rows % height === 0 && columns % width === 0;
  const target = isFilling
    ? range
    : { ...range, bottom: range.top + height - 1, right: range.left + width - 1 };
  const all = placesOf(target).flatMap((place): PlacedText[] => {
    const text = table[(place.row - range.top) % height]?.[(place.column - range.left) % width] ?? '';
    return text === '' ? [] : [{ ...place, text }];
  });
  const placed = all.filter(({ row, column }) => row < size.rows && column < size.columns);
  return { placed, outside: all.length - placed.length };
}
