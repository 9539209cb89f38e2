import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { type ReactNode, useEffect } from 'react';

const NARROW = '@media (max-width: 720px)';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    padding: '16px 20px 32px',
    [NARROW]: { gap: '12px', padding: '12px 12px 32px' },
    // In place of a page's content a message has its frame.
    '> [data-state-message]': {
      border: `1px solid ${colours.line}`,
      borderRadius: '8px',
      backgroundColor: colours.panel,
    },
  },
  header: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '32px' },
  title: {
    margin: '0 4px 0 0',
    fontSize: '20px',
    lineHeight: '28px',
    fontWeight: 600,
    [NARROW]: { flexGrow: 1 },
  },
  beside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    minWidth: 0,
    [NARROW]: { order: 1, flexBasis: '100%' },
  },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '8px',
    marginLeft: 'auto',
    [NARROW]: { display: 'contents' },
  },
  // On a phone one line that scrolls sideways, so that the page itself stands near the top.
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    [NARROW]: {
      order: 2,
      flexWrap: 'nowrap',
      flexBasis: 'calc(100% + 24px)',
      margin: '0 -12px',
      padding: '2px 12px',
      overflowX: 'auto',
      scrollbarWidth: 'none',
      '> *': { flexShrink: 0 },
    },
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
            {tools && <div className={styles.tools}>{tools}</div>}
            {action}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}
