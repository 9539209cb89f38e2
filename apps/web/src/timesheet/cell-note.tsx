import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  note: {
    position: 'absolute',
    top: 'calc(100% + 2px)',
    zIndex: 10,
    width: 'max-content',
    maxWidth: 'min(300px, 62vw)',
    padding: '4px 8px',
    boxSizing: 'border-box',
    borderRadius: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    textAlign: 'left',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    color: colours.panel,
    backgroundColor: colours.ink,
    cursor: 'default',
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  left: { left: 0 },
  right: { right: 0 },
  fault: { color: colours.fault, backgroundColor: colours.panel, border: `1px solid ${colours.fault}` },
});

/** A few words right below a cell: how what is typed is read, or why it was not saved. */
export function CellNote(props: {
  readonly id?: string;
  readonly isFault?: boolean;
  /** Whether it begins at the left edge of the cell, as at the left of the sheet. */
  readonly isAtLeft: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div
      className={mergeClasses(
        styles.note,
        props.isAtLeft ? styles.left : styles.right,
        props.isFault && styles.fault,
      )}
      id={props.id}
      role="status"
    >
      {props.children}
    </div>
  );
}
