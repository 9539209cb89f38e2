import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  panel: {
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
  },
  header: { display: 'flex', alignItems: 'center', gap: '12px', padding: '12px 16px 0', flexWrap: 'wrap' },
  title: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '160px',
    margin: 0,
    fontSize: '16px',
    lineHeight: '24px',
    fontWeight: 600,
  },
  action: {
    marginLeft: 'auto',
    marginBlock: '-4px',
    '@media (max-width: 720px)': { marginBottom: '2px' },
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
  },
  hint: { margin: 0, padding: '2px 16px 0', color: colours.dim, maxWidth: '76ch' },
  body: { padding: '12px 16px 16px' },
});

/** A bordered part of a page with a title of its own. */
export function Panel(props: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.panel}>
      <div className={styles.header}>
        <h2 className={styles.title} id={id}>
          {props.title}
        </h2>
        {props.action && <div className={styles.action}>{props.action}</div>}
      </div>
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
      <div className={styles.body}>{props.children}</div>
    </section>
  );
}
