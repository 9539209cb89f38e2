import { mergeClasses } from '@fluentui/react-components';
import { CalendarLtr16Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { colours, cssColour, useFormats, useTexts } from '@stint/ui';
import { useHiddenStyles } from '../components/use-hidden-styles.ts';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { heightOf, placeOf } from './block-place.ts';
import type { CalendarActs } from './calendar-acts.ts';
import { GHOST } from './held.ts';
import type { Block } from './layout/columns.ts';
import { useBlockStyles } from './use-block-styles.ts';
import { useEntryName } from './use-entry-name.ts';
import { usePlaceText, useTimesText } from './use-place-text.ts';

/** Heights in pixels from which a block has room for its times, and for its comment. */
const TWO_LINES = 36;
const THREE_LINES = 68;
const LINE = 16;
const MOST_TITLE_LINES = 3;

interface EntryBlockProps {
  readonly block: Block & { readonly kind: 'entry' };
  readonly activityColour: string;
  readonly isStop: boolean;
  readonly isHeld: boolean;
  readonly isLocked: boolean;
  readonly hintId: string;
  readonly acts: CalendarActs;
}

/** An entry in a column: its work item, when it was, its comment, as far as there is room. */
export function EntryBlock(props: EntryBlockProps) {
  const { block, activityColour, isStop, isHeld, isLocked, hintId, acts } = props;
  const { entry, isStart, isEnd, isOfEvent } = block;
  const styles = useBlockStyles();
  const hidden = useHiddenStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const nameOf = useEntryName();
  const placeText = usePlaceText();
  const times = useTimesText();
  const height = heightOf(block);
  const isTight = height < TWO_LINES;
  const hasComment = height >= THREE_LINES && entry.workItem !== null && entry.comment !== '';
  const others = (isTight ? 0 : LINE) + (hasComment ? LINE : 0);
  const titleLines = Math.min(MOST_TITLE_LINES, Math.max(1, Math.floor((height - 6 - others) / LINE)));
  const isGhost = entry.id === GHOST;
  const tint = cssColour(activityColour);
  const style = {
    ...placeOf(block),
    borderLeftColor: cssColour(entry.workItem?.color ?? '') ?? colours.faint,
    ...(tint && { backgroundColor: `color-mix(in srgb, ${tint} 10%, var(--stint-panel))` }),
  };
  const { workItem, comment } = entry;
  const className = mergeClasses(
    styles.block,
    isTight && styles.tight,
    !isEnd && styles.goesOn,
    !isStart && styles.comesOn,
    isLocked && styles.fixed,
    (isHeld || isGhost) && styles.held,
  );
  return (
    <div
      aria-describedby={hintId}
      className={className}
      data-entry={isGhost ? undefined : entry.id}
      data-stop={block.key}
      onClick={() => !isGhost && acts.open(entry)}
      onFocus={() => acts.focus(block.date, block.from, block.key)}
      role="button"
      style={style}
      tabIndex={isStop ? 0 : -1}
      title={
        isHeld || isGhost
          ? undefined
          : `${nameOf(entry)}\n${times(entry)}${workItem && comment ? `\n${comment}` : ''}`
      }
    >
      <span className={hidden.text}>
        {texts.entryName({ what: nameOf(entry), place: placeText(entry) })}
        {isOfEvent && `, ${texts.ofEvent}`}
      </span>
      <span aria-hidden className={styles.title} style={{ WebkitLineClamp: titleLines }}>
        {workItem && <span className={styles.id}>{workItem.id} </span>}
        {workItem ? workItem.title : comment || (isGhost ? times(entry) : nameOf(entry))}
        {isOfEvent && <CalendarLtr16Regular data-of-event="" style={{ float: 'right', height: 12 }} />}
      </span>
      {!isTight && (
        <span aria-hidden className={mergeClasses(styles.line, styles.dim, styles.times)}>
          <b className={styles.length}>{formats.length(entry.length)}</b> {times(entry)}
        </span>
      )}
      {hasComment && (
        <span aria-hidden className={mergeClasses(styles.line, styles.dim)}>
          {comment}
        </span>
      )}
      {isStart && !isLocked && (
        <span aria-hidden className={mergeClasses(styles.edge, styles.top)} data-edge="start" />
      )}
      {isEnd && !isLocked && (
        <span aria-hidden className={mergeClasses(styles.edge, styles.bottom)} data-edge="end" />
      )}
    </div>
  );
}
