import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useHiddenStyles } from '../use-hidden-styles.ts';
import { type Size, useSize } from './use-size.ts';

const useStyles = makeStyles({
  frame: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    borderRadius: '4px',
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '2px' },
  },
  room: { position: 'absolute', inset: 0 },
  svg: { display: 'block', overflow: 'visible' },
  tip: {
    position: 'absolute',
    zIndex: 2,
    pointerEvents: 'none',
    maxWidth: '240px',
    padding: '6px 10px',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    backgroundColor: colours.panel,
    boxShadow: '0 2px 8px rgb(0 0 0 / 14%)',
    fontSize: '12px',
    lineHeight: '16px',
  },
  tipName: { fontWeight: 600, overflowWrap: 'anywhere' },
  tipLine: { display: 'flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap' },
  mark: { width: '8px', height: '8px', borderRadius: '2px', flexShrink: 0 },
  tipValue: { marginLeft: 'auto', paddingLeft: '12px', fontVariantNumeric: 'tabular-nums', fontWeight: 600 },
});

/** One thing of a chart that is pointed at: a category with its values. */
export interface ChartPoint {
  readonly name: string;
  readonly lines: readonly { readonly name: string; readonly value: string; readonly colour: string }[];
  /** Where its tip stands, in pixels of the chart. */
  readonly x: number;
  readonly y: number;
}

/** A chart for one size: what is drawn, its points, and which of them lies at a place. */
export interface Drawing {
  readonly points: readonly ChartPoint[];
  readonly at: (x: number, y: number) => number | null;
  readonly draw: (active: number | null) => ReactNode;
}

interface ChartFrameProps {
  /** What it shows, and how its points are reached. */
  readonly label: string;
  readonly drawing: (size: Size) => Drawing;
}

/** The room of a chart: arrow keys and the pointer lead from point to point, and tell each in a tip and aloud. */
export function ChartFrame({ label, drawing }: ChartFrameProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const [active, setActive] = useState<number | null>(null);
  const made = size === null || size.width < 40 || size.height < 40 ? null : drawing(size);
  const point = made?.points[active ?? -1];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPoint(event.key, active, made?.points.length ?? 0);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setActive(made?.at(event.clientX - left, event.clientY - top) ?? null);
  };
  return (
    <div
      aria-label={label}
      className={styles.frame}
      onBlur={() => setActive(null)}
      onKeyDown={onKeyDown}
      onPointerLeave={() => setActive(null)}
      onPointerMove={onPointerMove}
      role="img"
      tabIndex={0}
    >
      <div className={styles.room} ref={room}>
        {made && size && (
          <svg aria-hidden className={styles.svg} data-chart="" height={size.height} width={size.width}>
            {made.draw(active)}
          </svg>
        )}
      </div>
      {point && size && (
        <div
          aria-hidden
          className={styles.tip}
          style={{
            ...(point.x > size.width / 2 ? { right: size.width - point.x + 10 } : { left: point.x + 10 }),
            top: Math.max(0, Math.min(point.y - 12, size.height - 60)),
          }}
        >
          <div className={styles.tipName}>{point.name}</div>
          {point.lines.map(({ name, value, colour }) => (
            <div className={styles.tipLine} key={name}>
              <span className={styles.mark} style={{ backgroundColor: colour }} />
              {name}
              <span className={styles.tipValue}>{value}</span>
            </div>
          ))}
        </div>
      )}
      <span aria-live="polite" className={hidden.text}>
        {point && `${point.name}: ${point.lines.map(({ name, value }) => `${name} ${value}`).join(', ')}`}
      </span>
    </div>
  );
}

/** Undefined for keys that lead nowhere. */
function nextPoint(key: string, active: number | null, count: number): number | null | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, (active ?? -1) + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, (active ?? count) - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return key === 'Escape' && active !== null ? null : undefined;
}
