import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, cssColour, useFormats, useTexts } from '@stint/ui';
import { useHiddenStyles } from '../components/use-hidden-styles.ts';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import type { CalendarActs } from './calendar-acts.ts';
import { GHOST } from './held.ts';
import type { Stop } from './keys/stops.ts';
import type { Column } from './layout/columns.ts';
import { useEntryName } from './use-entry-name.ts';
import { usePlaceText } from './use-place-text.ts';

const useStyles = makeStyles({
  lane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    minWidth: 0,
    minHeight: '6px',
    padding: '2px 8px 2px 2px',
    borderLeft: `1px solid ${colours.line}`,
  },
  weekend: { backgroundColor: colours.soft },
  chip: {
    position: 'relative',
    display: 'flex',
    justifyContent: 'space-between',
    gap: '6px',
    minHeight: '24px',
    padding: '3px 6px',
    border: `1px solid ${colours.line}`,
    borderLeft: '3px solid',
    borderRadius: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    backgroundColor: colours.panel,
    cursor: 'grab',
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '0' },
  },
  event: {
    borderLeft: `1px dashed ${colours.faint}`,
    borderTopStyle: 'dashed',
    color: colours.dim,
    cursor: 'default',
  },
  held: { boxShadow: '0 4px 16px rgb(0 0 0 / 22%)' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface UntimedLaneProps {
  readonly column: Column;
  readonly stop: Stop | null;
  readonly heldId: string | null;
  readonly hintId: string;
  readonly acts: CalendarActs;
}

/** What a day has without a time of day: entries for the day as a whole, and events of whole days. */
export function UntimedLane({ column, stop, heldId, hintId, acts }: UntimedLaneProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const nameOf = useEntryName();
  const placeText = usePlaceText();
  const { date, untimed, wholeDay, isWeekend } = column;
  return (
    <div className={mergeClasses(styles.lane, isWeekend && styles.weekend)}>
      {wholeDay.map(({ id, title }) => (
        <span
          className={mergeClasses(styles.chip, styles.event)}
          key={id}
          title={texts.wholeDayEvent({ title })}
        >
          <span className={styles.cut}>{title}</span>
        </span>
      ))}
      {untimed.map((entry) => {
        const key = `${entry.id} ${date}`;
        return (
          <div
            aria-describedby={hintId}
            className={mergeClasses(styles.chip, (entry.id === heldId || entry.id === GHOST) && styles.held)}
            data-entry={entry.id === GHOST ? undefined : entry.id}
            data-stop={key}
            key={entry.id}
            onClick={() => acts.open(entry)}
            onFocus={() => acts.focus(date, 0, key)}
            role="button"
            style={{ borderLeftColor: cssColour(entry.workItem?.color ?? '') ?? colours.faint }}
            tabIndex={stop?.key === key ? 0 : -1}
            title={nameOf(entry)}
          >
            <span className={hidden.text}>
              {texts.entryName({ what: nameOf(entry), place: placeText(entry) })}
            </span>
            <span aria-hidden className={styles.cut}>
              {nameOf(entry)}
            </span>
            <b aria-hidden>{formats.length(entry.length)}</b>
          </div>
        );
      })}
    </div>
  );
}
