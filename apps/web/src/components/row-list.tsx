import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '44px',
    padding: '4px 0',
    borderTop: `1px solid ${colours.line}`,
    ':first-child': { borderTop: 'none' },
  },
  text: { flexGrow: 1, minWidth: 0 },
  name: { fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { color: colours.dim, fontSize: '12px', lineHeight: '16px' },
});

/** A list of rows with a name, a detail below it and something to do at the right. */
export function RowList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <ul aria-label={label} className={styles.list}>
      {children}
    </ul>
  );
}

export function Row(props: {
  readonly name: ReactNode;
  readonly detail: ReactNode;
  readonly action: ReactNode;
}) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <div className={styles.name} title={typeof props.name === 'string' ? props.name : undefined}>
          {props.name}
        </div>
        <div className={styles.detail}>{props.detail}</div>
      </div>
      {props.action}
    </li>
  );
}
