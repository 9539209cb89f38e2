import { makeStyles } from '@fluentui/react-components';
import type { TrackedWorkItem } from '@stint/contract';
import { colours, useTexts, WorkItemCombobox } from '@stint/ui';
import { useRef, useState } from 'react';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { useWorkItemSearch } from '../track/use-work-item-search.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    flexBasis: '240px',
    minWidth: 0,
    height: '32px',
    '@media (pointer: coarse)': { height: '40px' },
    padding: '0 10px',
    boxSizing: 'border-box',
    border: `1px solid ${colours.line}`,
    borderBottomColor: 'var(--colorNeutralStrokeAccessible)',
    borderRadius: '6px',
    backgroundColor: colours.panel,
    ':focus-within': { outline: `2px solid ${colours.brand}`, outlineOffset: '-1px' },
  },
});

interface WorkItemPickerProps {
  readonly label: string;
  readonly onPick: (workItem: TrackedWorkItem) => void;
}

/** A search for a work item, which is empty again once something was picked. */
export function WorkItemPicker({ label, onPick }: WorkItemPickerProps) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const search = useWorkItemSearch();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  return (
    <div className={styles.box} ref={box}>
      <WorkItemCombobox
        anchor={box}
        emptyNote={texts.nothingFits}
        label={label}
        onPick={(workItem) => {
          setText('');
          onPick(workItem);
        }}
        onText={setText}
        placeholder={label}
        search={search}
        text={text}
      />
    </div>
  );
}
