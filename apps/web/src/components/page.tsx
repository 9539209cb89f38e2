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
  header: { display: 'flex', alignItems: 'center', gap: '12px', minHeight: '32px' },
  title: { margin: 0, fontSize: '20px', lineHeight: '28px', fontWeight: 600 },
  action: { marginLeft: 'auto' },
});

/** A page below the track bar: its title, its one main action at the upper right, its content. */
export function Page(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  useEffect(() => {
    document.title = `${props.title} · Stint`;
  }, [props.title]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{props.title}</h1>
        <div className={styles.action}>{props.action}</div>
      </header>
      {props.children}
    </div>
  );
}
