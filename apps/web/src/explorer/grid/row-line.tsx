import { mergeClasses } from '@fluentui/react-components';
import { useFormats, useTexts } from '@stint/ui';
import { memo } from 'react';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import type { ExplorerRow } from '../data/rows.ts';
import type { ExplorerColumn } from '../view/columns.ts';
import { Cell } from './cell.tsx';
import { CheckMark } from './check-mark.tsx';
import { LINE_HEIGHT, useGridStyles } from './use-grid-styles.ts';

interface RowLineProps {
  readonly id: string;
  readonly index: number;
  /** undefined while it is fetched. */
  readonly row: ExplorerRow | undefined;
  readonly columns: readonly ExplorerColumn[];
  /** How deep it lies in groups; null where there are none. */
  readonly level: number | null;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** Whether it is being deleted. */
  readonly isLeaving: boolean;
}

/** A worklog, or its place while it is fetched. */
export const RowLine = memo(function RowLine(props: RowLineProps) {
  const { id, index, row, columns, level, isSelected, isActive, isLeaving } = props;
  const styles = useGridStyles();
  const texts = useTexts(explorerTexts);
  const formats = useFormats();
  const look = { styles, texts, formats };
  return (
    <div
      aria-busy={row === undefined || undefined}
      aria-level={level === null ? undefined : level + 1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={mergeClasses(
        styles.line,
        isSelected && styles.selected,
        isActive && styles.active,
        isLeaving && styles.leaving,
      )}
      data-index={index}
      id={id}
      role="row"
      style={{ transform: `translateY(${index * LINE_HEIGHT}px)` }}
    >
      <div className={styles.check} role="gridcell">
        <CheckMark isOn={isSelected} />
      </div>
      {row === undefined ? (
        <div className={styles.pending} role="gridcell" />
      ) : (
        columns.map((column) => <Cell column={column} key={column.field} look={look} row={row} />)
      )}
    </div>
  );
});
