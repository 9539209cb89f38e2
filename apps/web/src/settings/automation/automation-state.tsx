import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { WorkItemAutomation } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { automationTexts } from '../../texts/automation/texts.ts';
import { RecomputeProgress } from './recompute-progress.tsx';
import { useRecompute } from './use-automation.ts';
import { Writes } from './writes.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', marginTop: '16px' },
  list: { display: 'grid', gridTemplateColumns: '168px minmax(0, 1fr)', gap: '6px 12px', margin: 0 },
  name: { color: colours.dim },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  bad: { color: colours.fault, fontWeight: 600 },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  hint: { color: colours.dim },
});

/** How writing to the work items of a project is going, which ones failed, and a button that makes up for the past. */
export function AutomationState({ automation }: { readonly automation: WorkItemAutomation }) {
  const styles = useStyles();
  const texts = useTexts(automationTexts);
  const formats = useFormats();
  const recompute = useRecompute(automation.project);
  const [isOpen, setOpen] = useState(false);
  const { project, waiting, failed, lastWritten, setsCompletedWork } = automation;
  const past = automation.recompute;
  const isRunning = past !== null && past.left > 0;
  return (
    <div className={styles.box}>
      <dl className={styles.list}>
        <dt className={styles.name}>{texts.waiting}</dt>
        <dd className={styles.value}>{formats.number(waiting)}</dd>
        <dt className={styles.name}>{texts.failed}</dt>
        <dd className={mergeClasses(styles.value, failed > 0 && styles.bad)}>{formats.number(failed)}</dd>
        <dt className={styles.name}>{texts.lastWritten}</dt>
        <dd className={styles.value}>{lastWritten === null ? texts.never : formats.dateTime(lastWritten)}</dd>
        {past && !isRunning && (
          <>
            <dt className={styles.name}>{texts.recomputedAt}</dt>
            <dd className={styles.value}>
              {formats.dateTime(past.started)} · {texts.workItems({ count: past.workItems })}
            </dd>
          </>
        )}
      </dl>
      {isRunning && <RecomputeProgress project={project} recompute={past} />}
      <div className={styles.acts}>
        <Button
          disabled={!setsCompletedWork || isRunning || recompute.isPending}
          onClick={() => recompute.mutate()}
        >
          {texts.recompute}
        </Button>
        <Button appearance="subtle" onClick={() => setOpen(true)}>
          {texts.showWrites}
        </Button>
        <span className={styles.hint}>{setsCompletedWork ? texts.recomputeHint : texts.recomputeNeeds}</span>
      </div>
      {isOpen && <Writes onClose={() => setOpen(false)} project={project} />}
    </div>
  );
}
