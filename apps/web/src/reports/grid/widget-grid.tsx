import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import { Handles } from './handles.tsx';
import { GRID_COLUMNS, type Place, placesAfter, placesOf, readingOrder } from './layout.ts';

/** Pixels of one row, and between cells. */
const ROW_HEIGHT = 116;
const GAP = 12;
/** Below this width widgets stand one below the other. */
const NARROW = '@media (max-width: 860px)';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: `repeat(${GRID_COLUMNS}, minmax(0, 1fr))`,
    gridAutoRows: `${ROW_HEIGHT}px`,
    gap: `${GAP}px`,
    [NARROW]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gridAutoRows: 'auto' },
  },
  item: {
    position: 'relative',
    minWidth: 0,
    gridColumn: 'var(--column)',
    gridRow: 'var(--row)',
    height: 'var(--height)',
    [NARROW]: { gridColumn: '1 / -1', gridRow: 'auto' },
  },
  half: { [NARROW]: { gridColumn: 'auto', height: `${ROW_HEIGHT}px` } },
  moving: { zIndex: 3, opacity: 0.9 },
});

interface WidgetGridProps {
  readonly widgets: readonly Widget[];
  /** Draws one widget; `handle` is what moves it, where places may be changed. */
  readonly children: (widget: Widget, index: number, handle: ReactNode) => ReactNode;
  /** Left out, places stay as they are. */
  readonly onPlaces?: (places: readonly Place[]) => void;
  readonly titleOf: (widget: Widget) => string;
}

/** Widgets in the places of their report; on narrow screens one below the other, in reading order. */
export function WidgetGrid({ widgets, children, onPlaces, titleOf }: WidgetGridProps) {
  const styles = useStyles();
  const grid = useRef<HTMLDivElement>(null);
  const settled = useMemo(() => placesOf(widgets), [widgets]);
  const [moved, setMoved] = useState<{ readonly index: number; readonly wish: Place } | null>(null);
  const places = moved === null ? settled : placesAfter(settled, moved.index, moved.wish);
  const order = readingOrder(settled);
  return (
    <div className={styles.grid} ref={grid}>
      {order.map((index) => {
        const widget = widgets[index];
        const place = places[index];
        if (!widget || !place) return null;
        const handles = onPlaces && (
          <Handles
            grid={grid}
            name={titleOf(widget)}
            onDone={(wish) => {
              setMoved(null);
              onPlaces(placesAfter(settled, index, wish));
            }}
            onMove={(wish) => setMoved(wish && { index, wish })}
            place={settled[index] ?? place}
          />
        );
        return (
          <div
            className={mergeClasses(
              styles.item,
              widget.type === 'Number' && styles.half,
              moved?.index === index && styles.moving,
            )}
            key={index}
            style={placeStyle(place)}
          >
            {children(widget, index, handles)}
          </div>
        );
      })}
    </div>
  );
}

/** A place as variables of CSS, so that narrow screens can do without it. */
function placeStyle({ x, y, w, h }: Place): CSSProperties {
  return {
    '--column': `${x + 1} / span ${w}`,
    '--row': `${y + 1} / span ${h}`,
    '--height': `${h * (ROW_HEIGHT + GAP) - GAP}px`,
  } as CSSProperties;
}
