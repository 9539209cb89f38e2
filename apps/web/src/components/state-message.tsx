import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    padding: '48px 20px',
    textAlign: 'center',
    color: colours.dim,
  },
  title: { margin: 0, fontSize: '16px', lineHeight: '24px', fontWeight: 600, color: colours.ink },
  text: { margin: 0, maxWidth: '44ch', textWrap: 'balance' },
  action: { marginTop: '8px' },
});

/** What stands in place of content: nothing there yet, or it could not be had. */
export function StateMessage(props: {
  readonly title: string;
  readonly text: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'alert';
}) {
  const styles = useStyles();
  return (
    <div className={styles.box} data-state-message="" role={props.role}>
      <p className={styles.title}>{props.title}</p>
      <p className={styles.text}>{props.text}</p>
      {props.action && <div className={styles.action}>{props.action}</div>}
    </div>
  );
}
