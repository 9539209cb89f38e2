import { mergeClasses } from '@fluentui/react-components';
import type { TimesheetEntry } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { TypeBar, useFormats, useTexts } from '@stint/ui';
import { memo } from 'react';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import type { CellDraft } from './cell-drafts.ts';
import { CellEditor, type EditorMove } from './cell-editor.tsx';
import type { DayColumn } from './columns.ts';
import { DraftNote } from './draft-note.tsx';
import { type RowSubject, type SheetRow } from './sheet-lines.ts';
import { lengthOf } from '../worklogs/totals.ts';
import type { PendingCell } from './use-cell-saves.ts';
import { useGridStyles } from './use-grid-styles.ts';

/** The id of the active cell, to which lists are anchored. */
export const ACTIVE_CELL = 'timesheet-active-cell';

/** What a cell is typed into with. */
export interface Editing {
  readonly text: string;
  readonly isTyping: boolean;
}

/** What the cells of a row do. */
export interface RowActs {
  readonly onText: (row: SheetRow, date: WallDate, text: string) => void;
  readonly onEnd: (row: SheetRow, date: WallDate, text: string | null, move: EditorMove) => void;
  readonly onDetails: (row: SheetRow, date: WallDate) => void;
}

interface SheetRowProps {
  readonly row: SheetRow;
  /** Its place among the rows that one types into. */
  readonly index: number;
  /** Its line in the sheet, from 1, the head being the first. */
  readonly line: number;
  readonly columns: readonly DayColumn[];
  readonly pending: Readonly<Partial<Record<WallDate, PendingCell>>> | undefined;
  readonly drafts: Readonly<Partial<Record<WallDate, CellDraft>>> | undefined;
  /** The column of the active cell, -1 when that is in another row. */
  readonly active: number;
  /** The chosen columns of this row, when more than the active cell is chosen. */
  readonly chosenFrom: number;
  readonly chosenTo: number;
  readonly editing: Editing | null;
  /** Said below the active cell. */
  readonly note: string | null;
  readonly acts: RowActs;
}

/** One row of the sheet; it is rendered anew only when something about it changed. */
export const SheetRowLine = memo(function SheetRowLine(props: SheetRowProps) {
  const { row, columns, pending, drafts, active, editing, acts } = props;
  const styles = useGridStyles();
  const texts = useTexts(timesheetTexts);
  const formats = useFormats();
  const entriesOf = (date: WallDate) => pending?.[date]?.entries ?? row.cells.get(date) ?? [];
  const total = lengthOf(columns.flatMap(({ date }) => entriesOf(date)));
  const name = subjectName(row.subject, texts.noItem);
  const isTight = columns.length > 7;
  return (
    <tr aria-rowindex={props.line}>
      <th className={mergeClasses(styles.cell, styles.first)} scope="row">
        <Subject isNested={row.isNested} subject={row.subject} />
      </th>
      {columns.map((column, at) => {
        const { date } = column;
        const entries = entriesOf(date);
        const draft = drafts?.[date];
        const isActive = at === active;
        const isEdited = isActive && editing !== null;
        const isLocked = column.lockedBy !== null;
        return (
          <td
            aria-invalid={draft ? true : undefined}
            aria-readonly={isLocked || undefined}
            aria-selected={isActive || (at >= props.chosenFrom && at <= props.chosenTo)}
            className={mergeClasses(
              styles.cell,
              styles.day,
              isTight && styles.tight,
              column.isWeekend && styles.weekend,
              row.tinted.has(date) && styles.tinted,
              isLocked && styles.locked,
              at >= props.chosenFrom && at <= props.chosenTo && styles.chosen,
              draft && !isEdited && styles.draft,
              isActive && styles.withNote,
            )}
            data-column={at}
            data-row={props.index}
            id={isActive ? ACTIVE_CELL : undefined}
            key={date}
            role="gridcell"
            tabIndex={isActive ? 0 : -1}
          >
            {isEdited ? (
              <CellEditor
                initial={editing.text}
                isAtLeft={at < 2}
                isTyping={editing.isTyping}
                label={texts.cellOf({ row: name, day: formats.day(date, 'full') })}
                onEnd={(text, move) => acts.onEnd(row, date, text, move)}
                onText={(text) => acts.onText(row, date, text)}
              />
            ) : draft ? (
              draft.text || '·'
            ) : (
              <CellLength entries={entries} />
            )}
            {isActive && !isEdited && (draft || props.note !== null) && (
              <DraftNote
                isAtLeft={at < 2}
                reason={props.note ?? draft?.reason ?? texts.neverSent}
                {...(draft && { onDetails: () => acts.onDetails(row, date) })}
              />
            )}
          </td>
        );
      })}
      <td className={mergeClasses(styles.cell, styles.last, styles.sum)} role="gridcell">
        {total === 0 ? <span className={styles.none}>·</span> : formats.length(total)}
      </td>
    </tr>
  );
});

/** The length of a cell, and how many entries it is made of where there are several. */
function CellLength({ entries }: { readonly entries: readonly TimesheetEntry[] }) {
  const styles = useGridStyles();
  const texts = useTexts(timesheetTexts);
  const formats = useFormats();
  if (entries.length === 0) return <span className={styles.none}>·</span>;
  return (
    <>
      {entries.length > 1 && (
        <span className={styles.several} title={texts.entryCount({ count: entries.length })}>
          {entries.length}
        </span>
      )}
      {formats.length(lengthOf(entries))}
    </>
  );
}

function Subject({ subject, isNested }: { readonly subject: RowSubject; readonly isNested: boolean }) {
  const styles = useGridStyles();
  const texts = useTexts(timesheetTexts);
  const { workItem } = subject.kind === 'item' ? subject : { workItem: null };
  const title = workItem ? workItem.title : subject.kind === 'comment' ? subject.comment : '';
  return (
    <div
      className={mergeClasses(styles.subject, isNested && styles.nested)}
      title={subjectName(subject, texts.noItem)}
    >
      <TypeBar color={workItem?.color ?? null} />
      <span className={mergeClasses(styles.id, title !== '' && styles.number)}>
        {workItem ? workItem.id : texts.noItem}
      </span>
      <span className={styles.title}>{title}</span>
    </div>
  );
}

/** A row in words: `1001 Retry failed uploads`. */
export function subjectName(subject: RowSubject, noItem: string): string {
  if (subject.kind === 'comment') return subject.comment || noItem;
  return `${subject.workItem.id} ${subject.workItem.title}`.trim();
}
