import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import { colours, ROVING, useTexts } from '@stint/ui';
import type { DragEvent, KeyboardEvent, PointerEvent } from 'react';
import { actOf } from '../../shell/keys/key-table.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import type { ExplorerColumn } from '../view/columns.ts';
import type { ColumnChoice, Sorting } from '../view/view.ts';
import type { ColumnActs } from './acts.ts';
import { TITLE_KEYS } from './grid-key.ts';

/** How much wider a key makes a column, in pixels. */
const STEP = 16;

const useStyles = makeStyles({
  head: { position: 'relative', display: 'flex', minWidth: 0 },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    minWidth: 0,
    padding: '0 10px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontSize: '12px',
    fontWeight: 600,
    color: colours.dim,
    cursor: 'pointer',
    ':hover': { color: colours.ink },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
  },
  end: { justifyContent: 'flex-end' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  edge: {
    position: 'absolute',
    top: 0,
    right: '-4px',
    zIndex: 1,
    width: '8px',
    height: '100%',
    cursor: 'col-resize',
    touchAction: 'none',
    '::after': {
      content: '""',
      position: 'absolute',
      inset: '8px 3px',
      backgroundColor: colours.line,
    },
    ':hover::after': { backgroundColor: colours.brand },
  },
});

interface HeadCellProps {
  readonly column: ExplorerColumn;
  readonly choice: ColumnChoice;
  readonly name: string;
  readonly sort: readonly Sorting[];
  readonly acts: ColumnActs;
  readonly onDragStart: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** The title of one column. */
export function HeadCell({ column, choice, name, sort, acts, onDragStart, onDrop }: HeadCellProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const { field, width } = choice;
  const place = sort.findIndex((each) => each.field === field);
  const sorting = sort[place];
  const isAtEnd = column.kind === 'length' || column.kind === 'number';
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actOf(TITLE_KEYS, event);
    if (act === null) return;
    const step = event.key === 'ArrowLeft' ? -1 : 1;
    event.preventDefault();
    if (act === 'move') acts.onMove(field, step);
    else acts.onResized(field, width + step * STEP);
  };
  const resize = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    const edge = event.currentTarget;
    const start = event.clientX - (edge.parentElement?.getBoundingClientRect().width ?? width);
    edge.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent) => acts.onResizing(field, move.clientX - start);
    const onEnd = (up: globalThis.PointerEvent) => {
      edge.removeEventListener('pointermove', onMove);
      acts.onResized(field, up.clientX - start);
    };
    edge.addEventListener('pointermove', onMove);
    edge.addEventListener('lostpointercapture', onEnd, { once: true });
  };
  return (
    <div
      aria-sort={sorting ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'}
      className={styles.head}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      role="columnheader"
    >
      <button
        className={mergeClasses(styles.title, isAtEnd && styles.end)}
        data-field={field}
        draggable
        onClick={(event) => acts.onSort(field, event.shiftKey)}
        onDragStart={onDragStart}
        onKeyDown={onKeyDown}
        tabIndex={-1}
        title={`${name}\n${texts.headHint}`}
        type="button"
        {...ROVING}
      >
        <span className={styles.name}>{name}</span>
        {sorting && (sorting.isDescending ? <ArrowDown12Regular /> : <ArrowUp12Regular />)}
        {sorting && sort.length > 1 && <span>{place + 1}</span>}
      </button>
      <span aria-hidden className={styles.edge} onPointerDown={resize} />
    </div>
  );
}
