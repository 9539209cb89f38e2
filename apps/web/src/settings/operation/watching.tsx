import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Fragment } from 'react';
import { CopyField } from '../../components/copy-field.tsx';
import { Panel } from '../../components/panel.tsx';
import { operationTexts } from '../../texts/operation/texts.ts';

const PATHS = { lives: '/healthz', ready: '/readyz', figures: '/metrics' } as const;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: '180px minmax(0, 1fr)',
    gap: '8px 12px',
    alignItems: 'center',
    margin: 0,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  },
  name: { color: colours.dim },
  value: { margin: 0 },
});

/** The addresses that monitoring asks. */
export function Watching() {
  const styles = useStyles();
  const texts = useTexts(operationTexts);
  return (
    <Panel hint={texts.watchingHint} title={texts.watching}>
      <dl className={styles.list}>
        {(['lives', 'ready', 'figures'] as const).map((key) => (
          <Fragment key={key}>
            <dt className={styles.name}>{texts[key]}</dt>
            <dd className={styles.value}>
              <CopyField name={texts[key]} text={window.location.origin + PATHS[key]} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </Panel>
  );
}
