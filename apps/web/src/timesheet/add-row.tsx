import { makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { colours, useTexts, WorkItemCombobox } from '@stint/ui';
import { useRef, useState } from 'react';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { useWorkItemSearch } from '../track/use-work-item-search.ts';
import type { WallDate } from '@stint/domain';
import type { AddedRow } from './added-rows.ts';

const useStyles = makeStyles({
  box: {
    position: 'sticky',
    left: '12px',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    maxWidth: 'min(480px, calc(100vw - 60px))',
    color: colours.dim,
    ':focus-within': { outline: `2px solid ${colours.brand}`, outlineOffset: '2px', borderRadius: '4px' },
  },
});

/** A line of the sheet in which one finds a work item, or writes a text, to have a row for it. */
export function AddRow({
  from,
  onAdd,
}: {
  readonly from: WallDate;
  readonly onAdd: (row: AddedRow) => void;
}) {
  const styles = useStyles();
  const texts = useTexts(timesheetTexts);
  const search = useWorkItemSearch();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const add = (row: AddedRow) => {
    setText('');
    onAdd(row);
  };
  return (
    <div className={styles.box} ref={box}>
      <Add16Regular />
      <WorkItemCombobox
        anchor={box}
        emptyNote={texts.enterAddsRow}
        label={texts.addRow}
        onEnter={() => {
          const comment = text.trim();
          if (comment !== '') add({ workItem: null, comment, from });
        }}
        onPick={({ id, title, color }) => add({ workItem: { id, title, color }, comment: null, from })}
        onText={setText}
        opensOnFocus
        placeholder={texts.addRowHint}
        search={search}
        text={text}
      />
    </div>
  );
}
