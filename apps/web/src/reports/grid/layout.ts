import type { Widget } from '@stint/contract';

/** Cells of the grid from left to right. */
export const GRID_COLUMNS = 12;
/** Cells from left to right of the pages that widgets of the gallery are made for. */
const GALLERY_COLUMNS = 8;
/** Cells that a widget is high at most. */
const HIGHEST = 24;

/** Where a widget stands, and how large it is, in cells. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

type Placed = Pick<Widget, 'type' | 'x' | 'y' | 'w' | 'h'>;

const USUAL_SIZE: Readonly<Record<Widget['type'], { readonly w: number; readonly h: number }>> = {
  Number: { w: 3, h: 1 },
  Pie: { w: 6, h: 2 },
  Columns: { w: 12, h: 2 },
  Line: { w: 12, h: 2 },
  StackedBar: { w: 12, h: 2 },
  FlatTable: { w: 12, h: 3 },
  HierarchyTable: { w: 12, h: 4 },
};

/** Where widgets stand, one place for each in their order: within the grid, over no other, and as far up as there is room. */
export function placesOf(widgets: readonly Placed[]): Place[] {
  const below = Math.max(0, ...widgets.map(({ y = 0, h = 1 }) => y + h));
  return settled(
    widgets.map(({ type, x, y, w, h }) =>
      bounded({ x: x ?? 0, y: y ?? below, w: w ?? USUAL_SIZE[type].w, h: h ?? USUAL_SIZE[type].h }),
    ),
    null,
  );
}

/** The places after one of them was moved or resized to `wish`; others give way downwards. */
export function placesAfter(places: readonly Place[], index: number, wish: Place): Place[] {
  return settled(
    places.map((place, at) => (at === index ? bounded(wish) : place)),
    index,
  );
}

/** Widgets of the gallery, which are made for eight cells, on this grid; what is wider than eight stays as it is. */
export function widened<Kind extends Placed>(widgets: readonly Kind[]): Kind[] {
  if (widgets.some(({ x = 0, w = 0 }) => x + w > GALLERY_COLUMNS)) return [...widgets];
  return widgets.map((widget) => {
    const { x = 0, w } = widget;
    if (w === undefined) return widget;
    return { ...widget, x: wider(x), w: Math.max(1, wider(x + w) - wider(x)) };
  });
}

function wider(cells: number): number {
  return Math.round((cells * GRID_COLUMNS) / GALLERY_COLUMNS);
}

/** The order in which one reads places: row by row, which is also that of a screen too narrow for the grid. */
export function readingOrder(places: readonly Place[]): number[] {
  return places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x || a.index - b.index)
    .map(({ index }) => index);
}

function bounded({ x, y, w, h }: Place): Place {
  const width = within(w, 1, GRID_COLUMNS);
  return {
    x: within(x, 0, GRID_COLUMNS - width),
    y: Math.max(0, Math.round(y)),
    w: width,
    h: within(h, 1, HIGHEST),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}

/** Puts one place after the other, from the top: down until it is over no other, then up as far as there is room. `first` goes before its equals. */
function settled(places: readonly Place[], first: number | null): Place[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .sort(
      (a, b) =>
        a.place.y - b.place.y ||
        Number(b.index === first) - Number(a.index === first) ||
        a.place.x - b.place.x ||
        a.index - b.index,
    );
  const done: Place[] = [];
  const result = [...places];
  for (const { place, index } of order) {
    let y = place.y;
    while (isOver({ ...place, y }, done)) y += 1;
    while (y > 0 && !isOver({ ...place, y: y - 1 }, done)) y -= 1;
    const put = { ...place, y };
    done.push(put);
    result[index] = put;
  }
  return result;
}

function isOver(place: Place, others: readonly Place[]): boolean {
  return others.some(
    (other) =>
      place.x < other.x + other.w &&
      other.x < place.x + place.w &&
      place.y < other.y + other.h &&
      other.y < place.y + place.h,
  );
}
