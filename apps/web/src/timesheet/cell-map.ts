import type { WallDate } from '@stint/domain';

/** Something for some cells, by row and day. A row whose cells stay keeps its object, so that it needs no new rendering. */
export type CellMap<Value> = Readonly<Record<string, Readonly<Partial<Record<WallDate, Value>>>>>;

/** A cell by the names of its row and day. */
export interface CellName {
  readonly rowKey: string;
  readonly date: WallDate;
}

/** The map with a value for a cell, or without one (null). */
export function withCell<Value>(
  map: CellMap<Value>,
  { rowKey, date }: CellName,
  value: Value | null,
): CellMap<Value> {
  const { [rowKey]: cells = {}, ...others } = map;
  if (value !== null) return { ...map, [rowKey]: { ...cells, [date]: value } };
  if (!(date in cells)) return map;
  const { [date]: _, ...kept } = cells;
  return Object.keys(kept).length === 0 ? others : { ...others, [rowKey]: kept };
}

/** The map without the cells whose value is over. */
export function withoutCells<Value>(map: CellMap<Value>, isOver: (value: Value) => boolean): CellMap<Value> {
  return cellsOf(map).reduce(
    (rest, { value, ...name }) => (isOver(value) ? withCell(rest, name, null) : rest),
    map,
  );
}

/** All cells that have a value. */
export function cellsOf<Value>(map: CellMap<Value>): (CellName & { readonly value: Value })[] {
  return Object.entries(map).flatMap(([rowKey, cells]) =>
    (Object.entries(cells) as [WallDate, Value][]).map(([date, value]) => ({ rowKey, date, value })),
  );
}
