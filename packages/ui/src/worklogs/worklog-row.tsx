import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ActivityTag } from '../activity-types/activity-tag.tsx';
import { useFormats } from '../format/use-formats.ts';
import { colours } from '../theme/colours.ts';
import { TypeBar } from '../work-items/type-bar.tsx';
import type { LabelledWorkItem } from '../work-items/work-item-label.tsx';

// The width of the list decides, so that a drawer and a phone look alike.
const NARROW = '@container (max-width: 480px)';
const MEDIUM = '@container (max-width: 760px)';
const WIDE = '@container (min-width: 1200px)';

const useStyles = makeStyles({
  item: {
    containerType: 'inline-size',
    borderTop: `1px solid ${colours.line}`,
    ':hover': { backgroundColor: colours.background },
    ':focus-within': { backgroundColor: colours.background },
    ':hover [data-actions]': { opacity: 1, pointerEvents: 'auto' },
    ':focus-within [data-actions]': { opacity: 1, pointerEvents: 'auto' },
  },
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '3px minmax(0, 1fr) 136px 112px 56px',
    alignItems: 'center',
    gap: '12px',
    // With the line above it 36 px.
    minHeight: '35px',
    padding: '0 12px',
    [MEDIUM]: { padding: '4px 12px' },
    [NARROW]: { gridTemplateColumns: '3px minmax(0, 1fr) auto', gap: '2px 10px', padding: '8px 12px' },
  },
  what: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '8px',
    minWidth: 0,
    [WIDE]: { display: 'grid', gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)', gap: '24px' },
    [MEDIUM]: { flexDirection: 'column', alignItems: 'stretch', gap: 0 },
  },
  // The title comes first; a long comment takes what it leaves.
  subject: {
    display: 'flex',
    flexShrink: 0,
    gap: '8px',
    minWidth: 0,
    maxWidth: '75%',
    [WIDE]: { maxWidth: '100%' },
    [MEDIUM]: { maxWidth: '100%' },
  },
  id: { color: colours.dim, flexShrink: 0 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  comment: { color: colours.dim, [MEDIUM]: { fontSize: '12px', lineHeight: '16px' } },
  tag: { display: 'flex', minWidth: 0, [NARROW]: { gridColumn: '2', gridRow: '2' } },
  when: {
    textAlign: 'right',
    color: colours.dim,
    whiteSpace: 'nowrap',
    [NARROW]: { gridColumn: '3', gridRow: '2', fontSize: '12px' },
  },
  length: {
    textAlign: 'right',
    fontWeight: 600,
    [NARROW]: { gridColumn: '3', gridRow: '1', alignSelf: 'start' },
  },
  bar: { display: 'flex', [NARROW]: { gridRow: '1 / 3', alignSelf: 'start', paddingTop: '1px' } },
  actions: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    right: '76px',
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    padding: '0 4px',
    backgroundColor: colours.background,
    opacity: 0,
    // What is not seen is not pressed by a finger either.
    pointerEvents: 'none',
    [NARROW]: { right: 0, paddingRight: '8px' },
  },
});

export interface WorklogRowProps {
  readonly workItem: LabelledWorkItem | null;
  /** The id to show while the work item itself is not known. */
  readonly workItemId: number | null;
  readonly comment: string;
  /** Null when the activity type is [Not Set]. */
  readonly activityType: { readonly name: string; readonly color: string } | null;
  /** From and to as `09:10 – 11:25`. */
  readonly when: string;
  readonly lengthSeconds: number;
  /** What one can do with it: small buttons, shown on hover and focus. */
  readonly actions: ReactNode;
}

/** One worklog on one line (two on a narrow screen); a list item. */
export function WorklogRow(props: WorklogRowProps) {
  const styles = useStyles();
  const formats = useFormats();
  const { workItem, workItemId, comment, activityType } = props;
  const id = workItem?.id ?? workItemId;
  const title = workItem?.title ?? (workItemId === null ? comment : '');
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <span className={styles.bar}>
          <TypeBar color={workItem?.color ?? null} />
        </span>
        <span
          className={styles.what}
          title={[id, title, comment === title ? '' : comment].filter(Boolean).join(' ')}
        >
          <span className={styles.subject}>
            {id !== null && <span className={styles.id}>{id}</span>}
            <span className={styles.cut}>{title}</span>
          </span>
          {comment !== title && <span className={`${styles.cut} ${styles.comment}`}>{comment}</span>}
        </span>
        <span className={styles.tag}>{activityType && <ActivityTag {...activityType} />}</span>
        <span className={styles.when}>{props.when}</span>
        <span className={styles.length}>{formats.length(props.lengthSeconds)}</span>
        <span className={styles.actions} data-actions="">
          {props.actions}
        </span>
      </div>
    </li>
  );
}
