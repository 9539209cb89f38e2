import { useRovingFocus, useTexts } from '@stint/ui';
import { type DragEvent, useRef } from 'react';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { columnOf } from '../view/columns.ts';
import type { ColumnChoice, Sorting } from '../view/view.ts';
import type { ColumnActs } from './acts.ts';
import { CheckMark } from './check-mark.tsx';
import { HeadCell } from './head-cell.tsx';
import { useGridStyles } from './use-grid-styles.ts';

interface HeadProps extends ColumnActs {
  readonly columns: readonly ColumnChoice[];
  readonly sort: readonly Sorting[];
  readonly isAllSelected: boolean;
  readonly onToggleAll: () => void;
}

/** The titles of the columns: a click sorts, dragging moves, dragging an edge makes wider; all that by keys too. */
export function Head({ columns, sort, isAllSelected, onToggleAll, ...acts }: HeadProps) {
  const styles = useGridStyles();
  const texts = useTexts(explorerTexts);
  const head = useRef<HTMLDivElement>(null);
  const dragged = useRef<string | null>(null);
  const moveFocus = useRovingFocus(head, columns.length + 1);
  const drop = (event: DragEvent, onto: string) => {
    event.preventDefault();
    const fields = columns.map(({ field }) => field);
    const from = dragged.current;
    if (from !== null) acts.onMove(from, fields.indexOf(onto) - fields.indexOf(from));
    dragged.current = null;
  };
  return (
    <div className={styles.head} onKeyDown={moveFocus} ref={head} role="row" aria-rowindex={1}>
      <div className={styles.check} role="columnheader">
        <button
          aria-label={texts.selectAll}
          aria-pressed={isAllSelected}
          data-roving=""
          onClick={onToggleAll}
          style={{ all: 'unset', display: 'flex', alignItems: 'center', cursor: 'pointer' }}
          title={`${texts.selectAll} (Ctrl+A)`}
          type="button"
        >
          <CheckMark isOn={isAllSelected} />
        </button>
      </div>
      {columns.map((choice) => {
        const column = columnOf(choice.field);
        if (!column) return null;
        return (
          <HeadCell
            acts={acts}
            choice={choice}
            column={column}
            key={choice.field}
            name={texts[column.key]}
            onDragStart={() => {
              dragged.current = choice.field;
            }}
            onDrop={(event) => drop(event, choice.field)}
            sort={sort}
          />
        );
      })}
    </div>
  );
}
