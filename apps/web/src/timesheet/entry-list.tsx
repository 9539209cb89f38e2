import { makeStyles } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { calls, type TimesheetEntry } from '@stint/contract';
import { addSeconds, readWallTime, seconds } from '@stint/domain';
import { colours, IconButton, usePopup, useFormats, useTexts } from '@stint/ui';
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { randomId } from '../api/uuid.ts';
import { useOverlays } from '../shell/overlays-context.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { added, resized, undoOf, without } from './cell-change.ts';
import { LengthField } from './length-field.tsx';
import { ACTIVE_CELL, subjectName } from './sheet-row.tsx';
import type { SheetCell } from './sheet-lines.ts';
import { onRefusal, type SheetEdits } from './use-sheet-edits.ts';

const useStyles = makeStyles({
  popup: {
    position: 'fixed',
    margin: 0,
    padding: '12px',
    boxSizing: 'border-box',
    width: 'min(420px, calc(100vw - 16px))',
    overflowY: 'auto',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    color: colours.ink,
    backgroundColor: colours.panel,
    boxShadow: '0 4px 16px rgb(0 0 0 / 14%)',
    textAlign: 'left',
  },
  title: { margin: '0 0 8px', fontSize: '12px', lineHeight: '16px', fontWeight: 600, color: colours.dim },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '40px',
    padding: '4px 0',
    borderTop: `1px solid ${colours.line}`,
  },
  what: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  comment: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  times: { fontSize: '12px', lineHeight: '16px', color: colours.dim },
});

interface EntryListProps {
  readonly cell: SheetCell;
  readonly edits: SheetEdits;
  readonly onClose: () => void;
}

/** The entries of a cell below it: their lengths to change, each to edit or to delete, and a field for another one. */
export function EntryList({ cell, edits, onClose }: EntryListProps) {
  const styles = useStyles();
  const texts = useTexts(timesheetTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const toast = useToast();
  const popup = useRef<HTMLDivElement>(null);
  const onEdit = useEditEntry(cell);
  const entries = edits.entriesOf(cell);
  const { row, date } = cell;
  usePopup(popup, ACTIVE_CELL, true, onClose);
  useLayoutEffect(() => popup.current?.querySelector('input')?.focus(), []);
  useLayoutEffect(() => {
    if (entries.length === 0) onClose();
  });
  const remove = (entry: TimesheetEntry) => {
    const next = without(entries, entry.id);
    const complain = (reason: string) => toast({ text: reason });
    const undo = () => void onRefusal(edits.change(cell, undoOf(entries, next)), complain);
    void onRefusal(edits.change(cell, next), complain);
    const text = texts.entryDeleted({ length: formats.length(entry.length) });
    toast({ text, action: { name: common.undo, run: undo } });
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !popup.current?.contains(relatedTarget)) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  const name = texts.entriesOf({
    row: subjectName(row.subject, texts.noItem),
    day: formats.day(date, 'weekday'),
  });
  return (
    <div
      aria-label={name}
      className={styles.popup}
      data-takes-letters
      onBlur={leave}
      onKeyDown={onKeyDown}
      popover="manual"
      ref={popup}
      role="dialog"
    >
      <p className={styles.title}>{name}</p>
      <ul className={styles.list}>
        {entries.map((entry) => {
          const times = timesOf(entry, formats, texts.anyTime);
          return (
            <li className={styles.line} key={entry.id}>
              <span className={styles.what}>
                <span className={styles.comment}>{entry.comment}</span>
                <span className={styles.times}>{times}</span>
              </span>
              <LengthField
                initial={formats.exactLength(entry.length)}
                label={texts.lengthOfEntry({ entry: entry.comment || times })}
                onLength={(length) => edits.change(cell, resized(edits.entriesOf(cell), entry.id, length))}
              />
              <IconButton icon={<Edit16Regular />} name={texts.editEntry} onClick={() => onEdit(entry)} />
              <IconButton icon={<Delete16Regular />} name={texts.deleteEntry} onClick={() => remove(entry)} />
            </li>
          );
        })}
        <li className={styles.line}>
          <span className={styles.what}>{texts.anotherEntry}</span>
          <LengthField
            initial=""
            label={texts.anotherEntry}
            onLength={(length) => {
              const wish = { date, subject: row.subject, length, id: randomId() };
              return edits.change(cell, added(wish, edits.entriesOf(cell)));
            }}
          />
        </li>
      </ul>
    </div>
  );
}

/** Opens the dialog for an entry, which is fetched as a whole first. */
function useEditEntry({ row }: SheetCell): (entry: TimesheetEntry) => void {
  const client = useClient();
  const overlays = useOverlays();
  const toast = useToast();
  const errorText = useErrorText();
  const workItem = row.subject.kind === 'item' ? row.subject.workItem : null;
  return ({ id }) => {
    client.call(calls.getWorkLog, { params: { id } }).then(
      (worklog) => overlays.open({ kind: 'edit', worklog, workItem }),
      (error) => toast({ text: errorText(error) }),
    );
  };
}

function timesOf(entry: TimesheetEntry, formats: ReturnType<typeof useFormats>, anyTime: string): string {
  const start = readWallTime(entry.timestamp.slice(0, 19));
  if (!entry.hasClockTime || start === null) return anyTime;
  return formats.times(start, addSeconds(start, seconds(entry.length)));
}
