import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { WallDate } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { useHiddenStyles } from '../components/use-hidden-styles.ts';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import type { Lock } from './use-locks.ts';

const useStyles = makeStyles({
  day: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: '0 6px',
    minHeight: '40px',
    padding: '4px 8px',
    borderLeft: `1px solid ${colours.line}`,
    color: colours.dim,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
  },
  weekend: { backgroundColor: colours.soft },
  name: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: '12px',
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  today: {
    padding: '0 6px',
    borderRadius: '10px',
    color: colours.onBrand,
    backgroundColor: colours.brand,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  total: { marginLeft: 'auto', fontWeight: 600, color: colours.ink },
  none: { fontWeight: 400, color: colours.faint },
});

interface DayHeadProps {
  readonly date: WallDate;
  readonly isToday: boolean;
  readonly isWeekend: boolean;
  readonly seconds: number;
  readonly lock: Lock | null;
}

/** The name of a day with its total; it leads to the day’s list. */
export function DayHead({ date, isToday, isWeekend, seconds, lock }: DayHeadProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const day = formats.day(date, 'full');
  const length = formats.length(seconds);
  return (
    <Link
      aria-current={isToday ? 'date' : undefined}
      className={mergeClasses(styles.day, isWeekend && styles.weekend)}
      data-day={date}
      preload={false}
      search={{ day: date }}
      title={lock?.reason}
      to="/"
    >
      <span className={hidden.text}>
        {seconds === 0 ? texts.dayWithoutTime({ day }) : texts.dayTotal({ day, length })}
        {lock && ` ${lock.reason}`}
      </span>
      <span aria-hidden className={styles.name}>
        <span className={mergeClasses(isToday && styles.today)}>{formats.day(date, 'column')}</span>
        {lock && <LockClosed16Regular />}
      </span>
      <span aria-hidden className={mergeClasses(styles.total, seconds === 0 && styles.none)} data-total="">
        {seconds === 0 ? '·' : length}
      </span>
    </Link>
  );
}
