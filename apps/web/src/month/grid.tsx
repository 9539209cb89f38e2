import { makeStyles } from '@fluentui/react-components';
import type { TimeWeek } from '@stint/contract';
import { addDays, addMonths, monthStart, type WallDate } from '@stint/domain';
import { colours, useFormats, useRovingFocus, useTexts } from '@stint/ui';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { actOf } from '../shell/keys/key-table.ts';
import { monthTexts } from '../texts/month/texts.ts';
import type { WeekCommand } from '../weeks/foresee-week.ts';
import { firstDayOf } from '../weeks/use-weeks.ts';
import { totalBetween } from '../worklogs/totals.ts';
import { DayCell } from './day-cell.tsx';
import { monthGrid } from './month-grid.ts';
import { MONTH_KEYS } from './month-keys.ts';
import { WeekCell } from './week-cell.tsx';

const NARROW = '@media (max-width: 900px)';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(7, minmax(0, 1fr)) 232px',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
    [NARROW]: { gridTemplateColumns: 'repeat(7, minmax(0, 1fr))' },
  },
  row: { display: 'contents' },
  head: {
    padding: '8px 12px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    color: colours.dim,
    textAlign: 'right',
    [NARROW]: { padding: '8px 6px' },
  },
  weekHead: { [NARROW]: { display: 'none' } },
});

const NO_TOTALS: ReadonlyMap<WallDate, number> = new Map();

interface MonthGridProps {
  /** The first day of the month. */
  readonly month: WallDate;
  readonly today: WallDate;
  /** Seconds by day. */
  readonly totals?: ReadonlyMap<WallDate, number>;
  /** One’s own weeks, as far as weeks are approved at all. */
  readonly weeks?: readonly TimeWeek[];
  /** Whether the lengths are still on their way; the days stand there already. */
  readonly isWaiting?: boolean;
  readonly onCommand: (command: WeekCommand) => void;
  /** The month of another day is wanted. */
  readonly onLeave: (day: WallDate) => void;
}

/** The days of a month in rows of weeks. Arrow keys move among the days, Page Up and Page Down to the same day of another month. */
export function MonthGrid(props: MonthGridProps) {
  const { month, today, totals = NO_TOTALS, weeks = [], isWaiting = false, onCommand, onLeave } = props;
  const styles = useStyles();
  const texts = useTexts(monthTexts);
  const formats = useFormats();
  const grid = useRef<HTMLDivElement>(null);
  const moveFocus = useRovingFocus(grid, 7);
  const [focused, setFocused] = useState<WallDate | null>(null);
  const hadFocus = useRef(false);
  const rows = monthGrid(month, formats.settings.weekRules);
  const days = rows.flatMap((row) => row.days);
  const isShown = (date: WallDate | null) => days.some((day) => day.date === date);
  const stop = isShown(focused) ? focused : monthStart(today) === month ? today : month;
  useEffect(() => {
    if (!hadFocus.current) return;
    hadFocus.current = false;
    grid.current?.querySelector<HTMLElement>('[data-roving][tabindex="0"]')?.focus();
  }, [month]);
  const onKeyDown = (event: KeyboardEvent) => {
    const isOnDay = event.target instanceof HTMLElement && event.target.dataset['roving'] !== undefined;
    const act = actOf(MONTH_KEYS, event);
    if (!isOnDay || stop === null || act === null || act === 'open') return;
    if (act === 'move') return moveFocus(event);
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
    const next = addMonths(stop, act === 'later' ? 1 : -1);
    hadFocus.current = true;
    setFocused(next);
    onLeave(next);
  };
  return (
    <div
      aria-label={formats.month(month)}
      className={styles.grid}
      onKeyDown={onKeyDown}
      ref={grid}
      role="grid"
      style={{ '--weeks': rows.length } as CSSProperties}
    >
      <div className={styles.row} role="row">
        {rows[0]?.days.map(({ date }) => (
          <span className={styles.head} key={date} role="columnheader">
            {formats.weekday(new Date(`${date}T00:00:00Z`).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6)}
          </span>
        ))}
        <span className={`${styles.head} ${styles.weekHead}`} role="columnheader">
          {texts.week}
        </span>
      </div>
      {rows.map((row) => (
        <div className={styles.row} key={row.start} role="row">
          {row.days.map((day) => (
            <DayCell
              day={day}
              isStop={day.date === stop}
              isToday={day.date === today}
              key={day.date}
              onFocus={setFocused}
              seconds={totals.get(day.date) ?? 0}
            />
          ))}
          <WeekCell
            onCommand={onCommand}
            row={row}
            seconds={isWaiting ? null : totalBetween(totals, row.start, addDays(row.start, 6))}
            week={weeks.find((week) => firstDayOf(week) === row.start) ?? null}
          />
        </div>
      ))}
    </div>
  );
}
