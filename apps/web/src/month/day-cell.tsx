import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { WallDate } from '@stint/domain';
import { colours, ROVING, useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { useHiddenStyles } from '../components/use-hidden-styles.ts';
import { monthTexts } from '../texts/month/texts.ts';
import type { GridDay } from './month-grid.ts';

const NARROW = '@media (max-width: 900px)';
/** A bar that fills its cell stands for a long day. */
const FULL_BAR_SECONDS = 10 * 3600;

const useStyles = makeStyles({
  cell: { display: 'flex', borderTop: `1px solid ${colours.line}`, borderRight: `1px solid ${colours.line}` },
  weekend: { backgroundColor: colours.soft },
  link: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    width: '100%',
    // What the window has below the header of the page, shared by the weeks.
    minHeight: 'max(88px, calc((100dvh - 224px) / var(--weeks)))',
    padding: '8px 12px',
    color: colours.ink,
    textDecorationLine: 'none',
    ':hover': { boxShadow: `inset 0 0 0 2px ${colours.line}` },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
    [NARROW]: { minHeight: '60px', padding: '6px' },
  },
  day: { display: 'none', [NARROW]: { display: 'inline' } },
  dayAndMonth: { [NARROW]: { display: 'none' } },
  date: { fontSize: '12px', lineHeight: '20px', color: colours.dim },
  today: {
    minWidth: '20px',
    padding: '0 4px',
    borderRadius: '10px',
    textAlign: 'center',
    fontWeight: 600,
    color: colours.onBrand,
    backgroundColor: colours.brand,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  length: {
    fontSize: '16px',
    lineHeight: '24px',
    fontWeight: 600,
    [NARROW]: { fontSize: '13px', lineHeight: '20px' },
  },
  outsideLength: { fontWeight: 400, color: colours.dim },
  bar: {
    position: 'absolute',
    left: 0,
    bottom: 0,
    height: '3px',
    backgroundColor: colours.brand,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

interface DayCellProps {
  readonly day: GridDay;
  readonly seconds: number;
  readonly isToday: boolean;
  /** Whether Tab comes to this day. */
  readonly isStop: boolean;
  readonly onFocus: (date: WallDate) => void;
}

/** A day of the month with its total; it leads to the day. */
export function DayCell({ day, seconds, isToday, isStop, onFocus }: DayCellProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const texts = useTexts(monthTexts);
  const formats = useFormats();
  const { date, isInMonth, isWeekend } = day;
  const name = formats.day(date, 'full');
  const length = formats.length(seconds);
  return (
    <div className={mergeClasses(styles.cell, isWeekend && styles.weekend)} role="gridcell">
      <Link
        aria-current={isToday ? 'date' : undefined}
        className={styles.link}
        onFocus={() => onFocus(date)}
        preload={false}
        search={{ day: date }}
        tabIndex={isStop ? 0 : -1}
        to="/"
        {...ROVING}
      >
        <span className={hidden.text}>
          {seconds === 0 ? texts.dayWithoutTime({ day: name }) : texts.dayTotal({ day: name, length })}
        </span>
        <span aria-hidden className={mergeClasses(styles.date, isToday && styles.today)}>
          {isInMonth ? (
            formats.day(date, 'number')
          ) : (
            <>
              <span className={styles.dayAndMonth}>{formats.day(date)}</span>
              <span className={styles.day}>{formats.day(date, 'number')}</span>
            </>
          )}
        </span>
        {seconds > 0 && (
          <>
            <span aria-hidden className={mergeClasses(styles.length, !isInMonth && styles.outsideLength)}>
              {length}
            </span>
            <span
              className={styles.bar}
              style={{ width: `${Math.min(100, (seconds / FULL_BAR_SECONDS) * 100)}%` }}
            />
          </>
        )}
      </Link>
    </div>
  );
}
