import { makeStyles } from '@fluentui/react-components';
import { ReOrderDotsVertical20Regular } from '@fluentui/react-icons/svg/re-order-dots-vertical';
import { colours, useTexts } from '@stint/ui';
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { GRID_COLUMNS, type Place } from './layout.ts';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const useStyles = makeStyles({
  move: {
    display: 'inline-flex',
    margin: '2px 0 0 -8px',
    padding: '0',
    border: 'none',
    borderRadius: '4px',
    color: colours.dim,
    backgroundColor: 'transparent',
    cursor: 'grab',
    touchAction: 'none',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}` },
    '@media (max-width: 860px)': { display: 'none' },
  },
  size: {
    position: 'absolute',
    right: 0,
    bottom: 0,
    width: '20px',
    height: '20px',
    cursor: 'nwse-resize',
    touchAction: 'none',
    '::after': {
      content: '""',
      position: 'absolute',
      right: '5px',
      bottom: '5px',
      width: '7px',
      height: '7px',
      borderRight: `2px solid ${colours.faint}`,
      borderBottom: `2px solid ${colours.faint}`,
    },
    ':hover::after': { borderRightColor: colours.brand, borderBottomColor: colours.brand },
    '@media (max-width: 860px)': { display: 'none' },
  },
});

interface HandlesProps {
  readonly name: string;
  readonly grid: RefObject<HTMLElement | null>;
  /** Where the widget stands now. */
  readonly place: Place;
  /** Where it would stand while it is being dragged; null when that is given up. */
  readonly onMove: (wish: Place | null) => void;
  readonly onDone: (wish: Place) => void;
}

interface Drag {
  readonly kind: 'move' | 'size';
  readonly x: number;
  readonly y: number;
}

/** What moves and resizes a widget: by dragging, or with the arrow keys (with Shift: its size). */
export function Handles({ name, grid, place, onMove, onDone }: HandlesProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const drag = useRef<Drag | null>(null);
  const wishOf = (event: PointerEvent, { kind, x, y }: Drag): Place => {
    const { width } = grid.current?.getBoundingClientRect() ?? { width: 1 };
    const style = grid.current ? getComputedStyle(grid.current) : null;
    const row = Number.parseFloat(style?.gridAutoRows ?? '') + Number.parseFloat(style?.rowGap ?? '');
    const cells = [
      Math.round(((event.clientX - x) / width) * GRID_COLUMNS),
      Math.round((event.clientY - y) / (row || 1)),
    ] as const;
    return changed(place, kind, cells);
  };
  const handlers = (kind: Drag['kind']) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { kind, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag.current) onMove(wishOf(event, drag.current));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!drag.current) return;
      const wish = wishOf(event, drag.current);
      drag.current = null;
      onDone(wish);
    },
    onPointerCancel: () => {
      drag.current = null;
      onMove(null);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    onDone(changed(place, event.shiftKey ? 'size' : 'move', step));
  };
  return (
    <>
      <button
        aria-label={texts.moveWidget({ name })}
        className={styles.move}
        onKeyDown={onKeyDown}
        title={texts.moveHint}
        type="button"
        {...handlers('move')}
      >
        <ReOrderDotsVertical20Regular />
      </button>
      <span aria-hidden className={styles.size} {...handlers('size')} />
    </>
  );
}

function changed(place: Place, kind: Drag['kind'], [right, down]: readonly [number, number]): Place {
  if (kind === 'size') return { ...place, w: Math.max(1, place.w + right), h: Math.max(1, place.h + down) };
  return { ...place, x: Math.max(0, place.x + right), y: Math.max(0, place.y + down) };
}
