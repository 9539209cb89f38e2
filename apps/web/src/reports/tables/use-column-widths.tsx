import type { TableColumn } from '@stint/domain';
import { useRef } from 'react';
import { useSize } from '../../components/charts/use-size.ts';
import { cellOf } from '../cells/cell.ts';
import type { ReportRow } from '../data/rows.ts';
import { titleOf } from './title-of.ts';
import { useCellStyle } from './use-cell-style.ts';
import { columnWidths } from './widths.ts';

/** Rows that are looked at for the length of their texts. */
const LOOKED_AT = 200;
/** Characters as wide as what stands before a text: the colour of a type, and in a tree the arrow and the room of deeper rows. */
const MARK = 2;
const TREE = 12;

type SizedColumn = TableColumn & { readonly width?: number | undefined };

/** How wide the columns of a table are, by the room of its frame and by what they hold; `tree` is the column with the arrows, if any. */
export function useColumnWidths(columns: readonly SizedColumn[], rows: readonly ReportRow[], tree?: number) {
  const style = useCellStyle();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const wishes = columns.map((column, index) => {
    const lengths = rows
      .slice(0, LOOKED_AT)
      .map((row) => cellOf(column, row, style))
      .map(({ text, workItemType }) => text.length + (workItemType === null ? 0 : MARK));
    const longest = Math.max(titleOf(column).length + 1, ...lengths) + (index === tree ? TREE : 0);
    return { width: column.width, longest };
  });
  const widths = columnWidths(wishes, size?.width ?? 0);
  return { frame, widths, least: widths.reduce((sum, width) => sum + width, 0) };
}

/** The widths of the columns, for the beginning of a table. */
export function ColumnWidths({ widths }: { readonly widths: readonly number[] }) {
  return (
    <colgroup>
      {widths.map((width, index) => (
        <col key={index} width={width} />
      ))}
    </colgroup>
  );
}
