import { makeStyles } from '@fluentui/react-components';
import { TypeBar } from '@stint/ui';
import { colourOfType } from '../../worklogs/type-colours.ts';
import type { Cell } from '../cells/cell.ts';

const useStyles = makeStyles({
  item: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

const NONE_SEEN: ReadonlyMap<string, string> = new Map();

/** The text of a cell, behind the colour of its work item’s type where it has one. */
export function CellView({ cell }: { readonly cell: Cell }) {
  const styles = useStyles();
  if (cell.workItemType === null) return cell.text;
  return (
    <span className={styles.item}>
      <TypeBar color={colourOfType(cell.workItemType, NONE_SEEN)} />
      <span className={styles.text}>{cell.text}</span>
    </span>
  );
}
