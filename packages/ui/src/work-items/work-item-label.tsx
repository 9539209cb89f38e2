import { makeStyles } from '@fluentui/react-components';
import type { TrackedWorkItem } from '@stint/contract';
import { colours } from '../theme/colours.ts';
import { TypeBar } from './type-bar.tsx';

const useStyles = makeStyles({
  label: { display: 'inline-flex', alignItems: 'center', gap: '8px', minWidth: 0, maxWidth: '100%' },
  id: { color: colours.dim, flexShrink: 0 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** The part of a work item that a label shows. */
export type LabelledWorkItem = Pick<TrackedWorkItem, 'id' | 'title' | 'color'>;

/** A work item on one line: type colour, id, title (cut when too long). */
export function WorkItemLabel({
  workItem,
  strong,
}: {
  readonly workItem: LabelledWorkItem;
  readonly strong?: boolean;
}) {
  const styles = useStyles();
  return (
    <span className={styles.label} title={`${workItem.id} ${workItem.title}`}>
      <TypeBar color={workItem.color} />
      <span className={styles.id}>{workItem.id}</span>
      {strong ? (
        <b className={styles.title}>{workItem.title}</b>
      ) : (
        <span className={styles.title}>{workItem.title}</span>
      )}
    </span>
  );
}
