import { makeStyles } from '@fluentui/react-components';
import { instant, toWallTime } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import type { ActiveView } from '../../core/app/view.ts';
import { useSecondsSince } from '../clock.ts';
import { desktopTexts } from '../texts/texts.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: '4px 16px',
    marginTop: '20px',
    paddingTop: '16px',
    borderTop: `1px solid ${colours.line}`,
  },
  name: { color: colours.dim },
});

/** When the running track began, and all time on its work item; blank while nothing runs. */
export function RunFacts({ active }: { readonly active: ActiveView }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const { run, zone } = active;
  return (
    <dl className={styles.facts}>
      <dt className={styles.name}>{texts.startedAt}</dt>
      <dd>{run ? formats.time(toWallTime(instant(run.since), zone)) : ''}</dd>
      <dt className={styles.name}>{texts.totalItem}</dt>
      <dd>
        {run?.subject.workItemId && run.totalOnItem !== null ? (
          <ItemTotal startedAt={run.startedAt} total={run.totalOnItem} />
        ) : (
          ''
        )}
      </dd>
      {run === null && (
        <>
          <dt className={styles.name}>{texts.runningTime}</dt>
          <dd>{texts.notTracking}</dd>
        </>
      )}
    </dl>
  );
}

function ItemTotal({ total, startedAt }: { readonly total: number; readonly startedAt: number }) {
  return useFormats().length(total + useSecondsSince(startedAt));
}
