import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    padding: '16px 20px 32px',
    '@media (max-width: 720px)': { padding: '12px 12px 32px' },
  },
  header: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', minHeight: '32px' },
  title: { margin: 0, fontSize: '20px', lineHeight: '28px', fontWeight: 600 },
  beside: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '8px',
    marginLeft: 'auto',
  },
});

interface PageProps {
  readonly title: string;
  /** What stands beside the title: the period, a state. */
  readonly beside?: ReactNode;
  /** Filters and lesser acts, before the main one. */
  readonly tools?: ReactNode;
  /** The one main act, at the upper right. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A page below the track bar: its title and what goes with it in one line, then its content. */
export function Page({ title, beside, tools, action, children }: PageProps) {
  const styles = useStyles();
  useEffect(() => {
    document.title = `${title} · Stint`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {beside && <div className={styles.beside}>{beside}</div>}
        {(tools || action) && (
          <div className={styles.acts}>
            {tools}
            {action}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}
