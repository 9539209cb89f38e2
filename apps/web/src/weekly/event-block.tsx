import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { colours, useFormats, useTexts } from '@stint/ui';
import type { WallTime } from '@stint/domain';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { heightOf, placeOf } from './block-place.ts';
import type { CalendarActs } from './calendar-acts.ts';
import type { Block } from './layout/columns.ts';
import { useBlockStyles } from './use-block-styles.ts';

/** Heights in pixels from which the times, and a title of two lines, have room. */
const TWO_LINES = 36;
const FOUR_LINES = 68;

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', gap: '2px', minWidth: 0, flexShrink: 0 },
  title: { fontWeight: 600 },
  wrapped: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    flexShrink: 0,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    hyphens: 'auto',
    fontWeight: 600,
  },
  corner: { position: 'absolute', right: '1px', bottom: '1px', margin: 0 },
  add: {
    position: 'relative',
    // Above the free half hour that the cursor may be at.
    zIndex: 4,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    margin: '-3px -5px -8px auto',
    padding: 0,
    border: 'none',
    borderRadius: '4px',
    color: colours.brand,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: colours.brandSoft },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
  },
});

interface EventBlockProps {
  readonly block: Block & { readonly kind: 'event' };
  readonly isStop: boolean;
  readonly acts: CalendarActs;
}

/** An event of one’s calendars that no time is booked for yet, and the way to book it. */
export function EventBlock({ block, isStop, acts }: EventBlockProps) {
  const { event } = block;
  const styles = useStyles();
  const blockStyles = useBlockStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const when = formats.times(event.start.slice(0, 19) as WallTime, event.end.slice(0, 19) as WallTime);
  const height = heightOf(block);
  const isTight = height < TWO_LINES;
  const plus = (
    <button
      aria-label={texts.bookEvent({ title: event.title, when })}
      className={mergeClasses(styles.add, !isTight && styles.corner)}
      data-still=""
      data-stop={block.key}
      onClick={() => acts.book(event)}
      onFocus={() => acts.focus(block.date, block.from, block.key)}
      tabIndex={isStop ? 0 : -1}
      type="button"
    >
      <Add16Regular />
    </button>
  );
  return (
    <div
      className={mergeClasses(blockStyles.block, blockStyles.event, isTight && blockStyles.tight)}
      style={placeOf(block)}
      title={`${event.title}\n${when}${event.location ? `\n${event.location}` : ''}`}
    >
      {isTight ? (
        <span className={styles.line}>
          <span className={mergeClasses(blockStyles.line, styles.title)}>{event.title}</span>
          {block.isStart && plus}
        </span>
      ) : (
        <>
          <span
            className={height >= FOUR_LINES ? styles.wrapped : mergeClasses(blockStyles.line, styles.title)}
          >
            {event.title}
          </span>
          <span className={blockStyles.line}>{when}</span>
          {block.isStart && plus}
        </>
      )}
    </div>
  );
}
