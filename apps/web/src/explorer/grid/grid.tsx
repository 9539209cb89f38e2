import { useVirtualizer } from '@tanstack/react-virtual';
import { useTexts } from '@stint/ui';
import { type CSSProperties, type MouseEvent, useMemo, useRef, useState } from 'react';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { lineAt, type Lines } from '../data/lines.ts';
import type { LineRange, Rows } from '../data/use-rows.ts';
import { columnOf } from '../view/columns.ts';
import type { View } from '../view/view.ts';
import { resizedColumn } from '../view/change-view.ts';
import { GroupLine } from './group-line.tsx';
import type { GridActs } from './acts.ts';
import { Head } from './head.tsx';
import { RowLine } from './row-line.tsx';
import { templateOf } from './template.ts';
import { LINE_HEIGHT, useGridStyles } from './use-grid-styles.ts';
import { useGridKeys } from './use-grid-keys.ts';
import type { Selection } from './use-selection.ts';
import { useFetchedRange } from './use-fetched-range.ts';

interface GridProps {
  readonly view: Pick<View, 'columns' | 'sort'>;
  readonly lines: Lines;
  readonly rowOf: Rows['rowOf'];
  readonly selection: Selection;
  readonly leaving: ReadonlySet<string>;
  readonly isGrouped: boolean;
  readonly isAllSelected: boolean;
  readonly showsBillable: boolean;
  readonly acts: GridActs;
  /** Told which lines are seen, and some more around them. */
  readonly onRange: (range: LineRange) => void;
}

/** The lines beyond what is seen that are in the page. */
const OVERSCAN = 8;

/** The grid of all worklogs. Only the lines that are seen are in the page; it scrolls through any number of them. */
export function Grid(props: GridProps) {
  const { view, lines, rowOf, selection, acts, onRange, isGrouped } = props;
  const styles = useGridStyles();
  const texts = useTexts(explorerTexts);
  const frame = useRef<HTMLDivElement>(null);
  const [resizing, setResizing] = useState<{ readonly field: string; readonly width: number } | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: LINE_HEIGHT,
    useFlushSync: false,
  });
  const seen = virtualizer.getVirtualItems();
  // A line that leaves gives its place in the page to one that comes, so that fast scrolling makes no elements.
  const places = Math.ceil((virtualizer.scrollRect?.height ?? 0) / LINE_HEIGHT) + 2 * OVERSCAN + 2;
  useFetchedRange(seen[0]?.index ?? 0, seen.at(-1)?.index ?? 0, onRange);
  const columns = useMemo(() => view.columns.flatMap(({ field }) => columnOf(field) ?? []), [view.columns]);
  const shown = resizing ? resizedColumn(view.columns, resizing.field, resizing.width) : view.columns;
  const onKeyDown = useGridKeys(frame, lines, selection, acts, (index) => virtualizer.scrollToIndex(index));

  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const element = target.closest<HTMLElement>('[data-index]');
    const index = Number(element?.dataset['index'] ?? -1);
    const line = lineAt(lines, index);
    if (!line) return;
    const isCheck = target.closest('[data-check]') !== null;
    if (line.kind === 'group') {
      selection.setActive(index);
      if (isCheck) selection.pickGroup(line.group);
      else acts.onToggleGroup(line.group.path);
    } else if (event.shiftKey) selection.extendTo(index);
    else selection.pick(index, isCheck || event.ctrlKey || event.metaKey);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-index]');
    const line = lineAt(lines, Number(element?.dataset['index'] ?? -1));
    if (line?.kind === 'row') acts.onEditLine(line);
  };
  const isActiveSeen = seen.some(({ index }) => index === selection.active);
  return (
    <div
      aria-activedescendant={isActiveSeen ? `line-${selection.active}` : undefined}
      aria-colcount={columns.length + 1}
      aria-label={texts.grid}
      aria-multiselectable
      aria-rowcount={lines.count + 1}
      className={styles.frame}
      onKeyDown={onKeyDown}
      ref={frame}
      role={isGrouped ? 'treegrid' : 'grid'}
      style={{ '--explorer-columns': templateOf(shown) } as CSSProperties}
      tabIndex={0}
    >
      <Head
        columns={view.columns}
        isAllSelected={props.isAllSelected}
        onMove={acts.onMove}
        onResized={(field, width) => {
          setResizing(null);
          acts.onResized(field, width);
        }}
        onResizing={(field, width) => setResizing({ field, width })}
        onSort={acts.onSort}
        onToggleAll={props.isAllSelected ? () => selection.set(new Map()) : selection.pickAll}
        sort={view.sort}
      />
      <div
        className={styles.body}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        role="rowgroup"
        style={{
          height: virtualizer.getTotalSize(),
          minWidth: `max(100%, ${40 + shown.reduce((sum, { width }) => sum + width, 0)}px)`,
        }}
      >
        {seen.map(({ index }) => {
          const line = lineAt(lines, index);
          if (!line) return null;
          const common = { id: `line-${index}`, index, isActive: index === selection.active };
          if (line.kind === 'group')
            return (
              <GroupLine {...common} key={index % places} line={line} showsBillable={props.showsBillable} />
            );
          const row = rowOf(line);
          return (
            <RowLine
              {...common}
              columns={columns}
              isLeaving={row !== undefined && props.leaving.has(row.Id)}
              isSelected={row !== undefined && selection.ids.has(row.Id)}
              key={index % places}
              level={isGrouped ? line.run.level : null}
              row={row}
            />
          );
        })}
      </div>
    </div>
  );
}
