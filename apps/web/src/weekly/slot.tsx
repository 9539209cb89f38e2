import { makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { colours, useFormats, useTexts } from '@stint/ui';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { COLUMN_GAP_PIXELS, pixelsOf } from './geometry.ts';
import { wallOf } from './layout/place.ts';
import type { Stop } from './keys/stops.ts';

const useStyles = makeStyles({
  slot: {
    position: 'absolute',
    left: 0,
    right: `${COLUMN_GAP_PIXELS}px`,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 8px',
    border: 'none',
    borderRadius: '4px',
    font: 'inherit',
    fontSize: '12px',
    color: colours.brand,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':focus': { backgroundColor: colours.brandSoft },
    ':focus-visible': { zIndex: 3, outline: `2px solid ${colours.brand}`, outlineOffset: '-1px' },
    ':not(:focus) > *': { visibility: 'hidden' },
  },
});

interface SlotProps {
  readonly stop: Stop;
  readonly onAdd: () => void;
}

/** The free half hour that the cursor is at; pressing it adds time there. */
export function Slot({ stop, onAdd }: SlotProps) {
  const styles = useStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const time = formats.time(wallOf({ date: stop.date, clock: stop.from }));
  return (
    <button
      aria-label={texts.addAt({ day: formats.day(stop.date, 'weekday'), time })}
      className={styles.slot}
      data-stop={stop.key}
      onClick={(event) => {
        event.stopPropagation();
        onAdd();
      }}
      style={{ top: pixelsOf(stop.from), height: pixelsOf(stop.to - stop.from) }}
      tabIndex={0}
      type="button"
    >
      <Add16Regular />
      <span>{time}</span>
    </button>
  );
}
