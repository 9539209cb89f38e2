import { Field, makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import {
  colours,
  IconButton,
  type LabelledWorkItem,
  useTexts,
  WorkItemCombobox,
  WorkItemLabel,
} from '@stint/ui';
import { useRef, useState } from 'react';
import { timeDialogTexts } from '../texts/time-dialog/texts.ts';
import { useWorkItemSearch } from '../track/use-work-item-search.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    height: '32px',
    padding: '0 4px 0 10px',
    border: `1px solid ${colours.line}`,
    borderBottomColor: 'var(--colorNeutralStrokeAccessible)',
    borderRadius: '6px',
    ':focus-within': { outline: `2px solid ${colours.brand}`, outlineOffset: '-1px' },
  },
});

interface WorkItemFieldProps {
  readonly value: LabelledWorkItem | null;
  readonly onChange: (workItem: LabelledWorkItem | null) => void;
  readonly error: string | null;
}

/** The work item of an entry: a search, and then what was found. */
export function WorkItemField({ value, onChange, error }: WorkItemFieldProps) {
  const styles = useStyles();
  const texts = useTexts(timeDialogTexts);
  const search = useWorkItemSearch();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [isCleared, setCleared] = useState(false);
  return (
    <Field
      label={texts.workItem}
      validationMessage={error}
      validationState={error === null ? 'none' : 'error'}
    >
      {(control) => (
        <div className={styles.box} ref={box}>
          {value ? (
            <>
              <WorkItemLabel workItem={value} />
              <IconButton
                icon={<Dismiss16Regular />}
                name={texts.clearWorkItem}
                onClick={() => {
                  setCleared(true);
                  onChange(null);
                }}
              />
            </>
          ) : (
            <WorkItemCombobox
              anchor={box}
              autoFocus={isCleared}
              emptyNote={texts.noWorkItemFits}
              label={texts.workItem}
              onPick={(workItem) => {
                setText('');
                onChange(workItem);
              }}
              onText={setText}
              placeholder={texts.findWorkItem}
              search={search}
              text={text}
              {...(control.id !== undefined && { id: control.id })}
            />
          )}
        </div>
      )}
    </Field>
  );
}
