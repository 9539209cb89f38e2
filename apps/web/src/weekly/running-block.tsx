import { mergeClasses } from '@fluentui/react-components';
import { useFormats, useTexts } from '@stint/ui';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { heightOf, placeOf } from './block-place.ts';
import type { Block } from './layout/columns.ts';
import { useBlockStyles } from './use-block-styles.ts';
import { useRunningClock } from './use-running.ts';

/** The running track: it grows downwards as time passes. */
export function RunningBlock({ block, what }: { readonly block: Block; readonly what: string }) {
  const styles = useBlockStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const clock = formats.clock(useRunningClock());
  const isTight = heightOf(block) < 36;
  return (
    <div
      aria-label={texts.running({ what })}
      className={mergeClasses(styles.block, styles.running, isTight && styles.tight)}
      data-running=""
      role="img"
      style={placeOf(block)}
    >
      <span className={styles.title}>
        {isTight && `${clock} · `}
        {what}
      </span>
      {!isTight && <span className={styles.line}>{clock}</span>}
    </div>
  );
}
