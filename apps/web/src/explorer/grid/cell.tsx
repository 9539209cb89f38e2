import { mergeClasses } from '@fluentui/react-components';
import { dayOf, readWallTime } from '@stint/domain';
import { ActivityDot, type Formats, WorkItemLabel } from '@stint/ui';
import type { ReactNode } from 'react';
import { colourOfType } from '../../worklogs/type-colours.ts';
import type { ExplorerRow } from '../data/rows.ts';
import type { ExplorerColumn } from '../view/columns.ts';
import { valueAt } from '../view/groupings.ts';
import type { useGridStyles } from './use-grid-styles.ts';

const NO_SEEN_COLOURS: ReadonlyMap<string, string> = new Map();

/** What all cells of a line are written and dressed with; the line looks it up once. */
export interface CellLook {
  readonly styles: ReturnType<typeof useGridStyles>;
  readonly formats: Formats;
  readonly texts: {
    readonly tracked: string;
    readonly byHand: string;
    readonly imported: string;
    readonly fromApi: string;
  };
}

interface CellProps {
  readonly column: ExplorerColumn;
  readonly row: ExplorerRow;
  readonly look: CellLook;
}

/** What a worklog has in a column. */
export function Cell({ column, row, look: { styles, formats, texts } }: CellProps) {
  const isAtEnd = column.kind === 'length' || column.kind === 'number';
  const text = textOf(column, row, formats, texts);
  const className = mergeClasses(
    styles.cell,
    isAtEnd && styles.end,
    column.field === 'PeriodLength' && styles.bold,
    (column.kind === 'activity' || column.kind === 'workItem') && styles.pictured,
  );
  return (
    <div
      className={className}
      role="gridcell"
      title={column.kind === 'text' && text !== '' ? text : undefined}
    >
      {pictured(column, row, text, styles.pictureText)}
    </div>
  );
}

/** What is shown with a sign beside the text: activity types with their colour, work items with that of their type. */
function pictured({ kind }: ExplorerColumn, row: ExplorerRow, text: string, textStyle: string): ReactNode {
  if (kind === 'activity')
    return (
      <>
        <ActivityDot color={String(valueAt(row, 'ActivityType/Color') ?? '')} />
        <span className={textStyle}>{text}</span>
      </>
    );
  const id = valueAt(row, 'WorkItemId');
  if (kind !== 'workItem' || typeof id !== 'number') return text;
  const color = colourOfType(String(valueAt(row, 'WorkItem/System_WorkItemType') ?? ''), NO_SEEN_COLOURS);
  return <WorkItemLabel workItem={{ id, title: text, color }} />;
}

function textOf(
  { kind, field }: ExplorerColumn,
  row: ExplorerRow,
  formats: Formats,
  texts: CellLook['texts'],
): string {
  const value = valueAt(row, field);
  if (kind === 'origin') {
    if (row['IsImported'] === true) return texts.imported;
    if (row['IsFromApi'] === true) return texts.fromApi;
    return row['IsTracked'] === true ? texts.tracked : texts.byHand;
  }
  if (kind === 'time' || kind === 'day') {
    const wall = readWallTime(String(row['Timestamp']).replace(/Z$/, ''));
    if (wall === null) return '';
    return kind === 'time' ? formats.time(wall) : formats.day(dayOf(wall), 'weekday');
  }
  if (value === null) return '';
  if (kind === 'length') return Number(value) === 0 ? '' : formats.length(Number(value));
  if (kind === 'number') return formats.number(Number(value), 2);
  return kind === 'instant' ? formats.dateTime(String(value)) : String(value);
}
