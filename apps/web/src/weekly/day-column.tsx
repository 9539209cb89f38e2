import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useFormats, useTexts } from '@stint/ui';
import type { MouseEvent } from 'react';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import type { CalendarActs } from './calendar-acts.ts';
import { EntryBlock } from './entry-block.tsx';
import { EventBlock } from './event-block.tsx';
import { HOUR_PIXELS, pixelsOf } from './geometry.ts';
import { GHOST, type Held } from './held.ts';
import type { Stop } from './keys/stops.ts';
import type { Column } from './layout/columns.ts';
import { wallOf } from './layout/place.ts';
import { RunningBlock } from './running-block.tsx';
import { Slot } from './slot.tsx';

const useStyles = makeStyles({
  column: {
    position: 'relative',
    height: `${HOUR_PIXELS * 24}px`,
    borderLeft: `1px solid ${colours.line}`,
    backgroundImage: `linear-gradient(${colours.line} 1px, transparent 1px)`,
    backgroundSize: `100% ${HOUR_PIXELS}px`,
    cursor: 'cell',
  },
  weekend: { backgroundColor: colours.soft },
  locked: { cursor: 'default' },
  change: {
    position: 'absolute',
    left: 0,
    right: 0,
    overflow: 'hidden',
    color: colours.dim,
    fontSize: '11px',
    lineHeight: '14px',
    padding: '0 4px',
    pointerEvents: 'none',
    backgroundImage: `repeating-linear-gradient(135deg, ${colours.line} 0 1px, transparent 1px 7px)`,
  },
  now: {
    position: 'absolute',
    left: '-1px',
    right: 0,
    zIndex: 2,
    height: '2px',
    marginTop: '-1px',
    backgroundColor: colours.stop,
    pointerEvents: 'none',
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-4px',
      top: '-3px',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      backgroundColor: colours.stop,
    },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

interface DayColumnProps {
  readonly column: Column;
  /** Seconds since midnight where it is today; else null. */
  readonly now: number | null;
  readonly stop: Stop | null;
  readonly held: Held | null;
  readonly isLocked: boolean;
  readonly runningName: string;
  readonly colourOf: (activityTypeId: string) => string;
  readonly hintId: string;
  readonly acts: CalendarActs;
}

/** The hours of a day with everything in them. */
export function DayColumn(props: DayColumnProps) {
  const { column, now, stop, held, isLocked, runningName, colourOf, hintId, acts } = props;
  const styles = useStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const { top } = event.currentTarget.getBoundingClientRect();
    acts.focus(column.date, Math.max(0, ((event.clientY - top) / HOUR_PIXELS) * 3600), null);
  };
  return (
    <div
      aria-label={formats.day(column.date, 'full')}
      className={mergeClasses(styles.column, column.isWeekend && styles.weekend, isLocked && styles.locked)}
      data-column={column.date}
      onClick={onClick}
      role="group"
    >
      {column.clockChange && <Change column={column} styles={styles} texts={texts} />}
      {column.blocks.map((block) => {
        const isStop = stop?.key === block.key;
        if (block.kind === 'event')
          return <EventBlock acts={acts} block={block} isStop={isStop} key={block.key} />;
        if (block.kind === 'running')
          return <RunningBlock block={block} key={block.key} what={runningName} />;
        return (
          <EntryBlock
            activityColour={colourOf(block.entry.activityTypeId)}
            acts={acts}
            block={block}
            hintId={hintId}
            isHeld={held?.entry?.id === block.id && !held.isCopy && block.id !== GHOST}
            isLocked={isLocked}
            isStop={isStop}
            key={block.key}
          />
        );
      })}
      {stop?.kind === 'slot' && (
        <Slot key={stop.key} onAdd={() => acts.addAt(stop.date, stop.from)} stop={stop} />
      )}
      {now !== null && (
        <span
          aria-label={texts.now}
          className={styles.now}
          data-now=""
          role="img"
          style={{ top: pixelsOf(now) }}
        />
      )}
    </div>
  );
}

interface ChangeProps {
  readonly column: Column;
  readonly styles: ReturnType<typeof useStyles>;
  readonly texts: { readonly skipped: Sentence; readonly twice: Sentence };
}
type Sentence = (values: { from: string; to: string }) => string;

/** The hour that clocks skip or show twice. */
function Change({ column: { clockChange, date }, styles, texts }: ChangeProps) {
  const formats = useFormats();
  if (!clockChange) return null;
  const [from, to] = [clockChange.from, clockChange.to].sort((a, b) => a - b) as [number, number];
  const time = (clock: number) => formats.time(wallOf({ date, clock }));
  const sentence = clockChange.to > clockChange.from ? texts.skipped : texts.twice;
  return (
    <div className={styles.change} style={{ top: pixelsOf(from), height: pixelsOf(to - from) }}>
      {sentence({ from: time(from), to: time(to) })}
    </div>
  );
}
