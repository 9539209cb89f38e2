import { makeStyles } from '@fluentui/react-components';
import type { WorkItemAutomation } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { automationTexts } from '../../texts/automation/texts.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { width: '100%', maxWidth: '420px', height: '8px', accentColor: colours.brand },
  text: { fontVariantNumeric: 'tabular-nums' },
});

interface RecomputeProgressProps {
  readonly project: string;
  readonly recompute: NonNullable<WorkItemAutomation['recompute']>;
}

/** How far setting Completed Work for the past is. */
export function RecomputeProgress({ project, recompute }: RecomputeProgressProps) {
  const styles = useStyles();
  const texts = useTexts(automationTexts);
  const formats = useFormats();
  const { workItems, left } = recompute;
  const done = Math.max(0, workItems - left);
  return (
    <div className={styles.box}>
      <progress
        aria-label={texts.recomputing({ project })}
        className={styles.line}
        max={workItems}
        value={done}
      />
      <span className={styles.text} role="status">
        {texts.recomputed({ done: formats.number(done), count: workItems })}
      </span>
    </div>
  );
}
