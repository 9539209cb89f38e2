import { makeStyles } from '@fluentui/react-components';
import type { CalendarEvents, CalendarSource } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { useErrorText } from '../../api/message.ts';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { CalendarRow } from './calendar-row.tsx';
import { type CalendarState, stateOf } from './calendar-state.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: { borderTop: `1px solid ${colours.line}`, ':first-child': { borderTop: 'none' } },
});

interface CalendarListProps {
  readonly calendars: readonly CalendarSource[];
  /** What was read of them. */
  readonly check: {
    readonly data: CalendarEvents | undefined;
    readonly error: Error | null;
    readonly isFetching: boolean;
  };
}

/** The calendars, each with how it is doing. */
export function CalendarList({ calendars, check }: CalendarListProps) {
  const styles = useStyles();
  const texts = useTexts(calendarsTexts);
  const errorText = useErrorText();
  const read = check.isFetching ? null : (check.data ?? null);
  const state = (calendar: CalendarSource): CalendarState => {
    const found = stateOf(calendar, read);
    const isUnread = found.kind === 'checking' && check.error !== null && !check.isFetching;
    return isUnread ? { kind: 'fault', reason: errorText(check.error) } : found;
  };
  return (
    <ul aria-label={texts.title} className={styles.list}>
      {calendars.map((calendar) => (
        <li className={styles.row} key={calendar.id}>
          <CalendarRow calendar={calendar} state={state(calendar)} />
        </li>
      ))}
    </ul>
  );
}
