import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { ProgressLine } from '../../components/progress-line.tsx';
import { connectionTexts } from '../../texts/connection/texts.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '4px', marginTop: '12px' },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: 600 },
  hint: { margin: 0, color: colours.dim },
});

/** How far reading everything for the first time is; Azure DevOps does not say how much there is, so only what came counts. */
export function FirstRead({ workItems }: { readonly workItems: number }) {
  const styles = useStyles();
  const texts = useTexts(connectionTexts);
  return (
    <div className={styles.box}>
      <ProgressLine label={texts.reading} />
      <span className={styles.count} role="status">
        {texts.readSoFar({ count: workItems })}
      </span>
      <p className={styles.hint}>{texts.readingHint}</p>
    </div>
  );
}
