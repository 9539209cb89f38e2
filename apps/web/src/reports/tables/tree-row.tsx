import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { Widget } from '@stint/contract';
import { childrenAddress, type ReportFilters } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import { type KeyboardEvent, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { cellOf } from '../cells/cell.ts';
import type { ReportRow } from '../data/rows.ts';
import { useWidgetRows } from '../data/use-widget-rows.ts';
import { CellView } from './cell-view.tsx';
import { childColumn, expandingColumn, keyOfRow, mayExpand } from './hierarchy.ts';
import { useCellStyle } from './use-cell-style.ts';
import { useTableStyles } from './use-table-styles.ts';

/** Levels that are drawn at most, should rows lie below themselves. */
const DEEPEST = 30;

const useStyles = makeStyles({
  opening: { display: 'flex', alignItems: 'center', gap: '4px', minWidth: 0 },
  arrow: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    padding: '4px',
    border: 'none',
    borderRadius: '4px',
    color: colours.dim,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}` },
  },
  noArrow: { width: '24px', flexShrink: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
  note: { color: colours.dim },
  fault: { color: colours.fault, whiteSpace: 'normal' },
});

interface TreeRowProps {
  readonly widget: Widget;
  readonly row: ReportRow;
  readonly filters: ReportFilters;
  /** 0 for the rows of the widget itself. */
  readonly depth: number;
  /** Which columns stand at their end. */
  readonly atEnd: readonly boolean[];
}

/** One row of a tree, and all that is open below it. → opens, ← closes. */
export function TreeRow({ widget, row, filters, depth, atEnd }: TreeRowProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const texts = useTexts(reportsTexts);
  const style = useCellStyle();
  const [isOpen, setOpen] = useState(false);
  const { columns = [] } = widget;
  const key = keyOfRow(widget.hierarchyField, row);
  const address = key === null ? null : childrenAddress(widget, key, filters);
  const opens = address !== null && depth < DEEPEST && mayExpand(widget.hierarchyType, row, depth);
  const expanding = expandingColumn(columns);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    setOpen(event.key === 'ArrowRight');
  };
  return (
    <>
      <tr>
        {columns.map((column, index) => {
          const cell = cellOf(depth > 0 ? childColumn(column, row) : column, row, style);
          return (
            <td className={mergeClasses(table.cell, atEnd[index] && table.end)} key={index} title={cell.text}>
              {index === expanding ? (
                <span className={styles.opening} style={{ paddingLeft: depth * 20 }}>
                  {opens ? (
                    <button
                      aria-expanded={isOpen}
                      aria-label={texts.rowsBelow({ name: cell.text })}
                      className={styles.arrow}
                      onClick={() => setOpen(!isOpen)}
                      onKeyDown={onKeyDown}
                      type="button"
                    >
                      {isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
                    </button>
                  ) : (
                    <span className={styles.noArrow} />
                  )}
                  <span className={styles.text}>
                    <CellView cell={cell} />
                  </span>
                </span>
              ) : (
                <CellView cell={cell} />
              )}
            </td>
          );
        })}
      </tr>
      {isOpen && address !== null && (
        <Below address={address} atEnd={atEnd} depth={depth + 1} filters={filters} widget={widget} />
      )}
    </>
  );
}

/** The rows below one, once they are there. */
function Below(props: Omit<TreeRowProps, 'row'> & { readonly address: string }) {
  const { address, widget, depth, filters, atEnd } = props;
  const styles = useStyles();
  const table = useTableStyles();
  const texts = useTexts(reportsTexts);
  const errorText = useErrorText();
  const { data, error } = useWidgetRows(address);
  const note = error ? errorText(error) : data ? texts.nothingBelow : texts.loading;
  if (data && data.rows.length > 0)
    return data.rows.map((row, index) => (
      <TreeRow atEnd={atEnd} depth={depth} filters={filters} key={index} row={row} widget={widget} />
    ));
  return (
    <tr>
      <td
        aria-busy={!data && !error}
        className={mergeClasses(table.cell, error ? styles.fault : styles.note)}
        colSpan={Math.max(1, widget.columns?.length ?? 1)}
        style={{ paddingLeft: 36 + depth * 20 }}
      >
        {note}
      </td>
    </tr>
  );
}
