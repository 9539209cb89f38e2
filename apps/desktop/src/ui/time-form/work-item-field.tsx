import { makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, IconButton, useTexts, WorkItemCombobox, WorkItemLabel } from '@stint/ui';
import type { TrackedWorkItem } from '@stint/contract';
import { useCallback, useRef, useState } from 'react';
import { useBridge } from '../bridge-context.ts';
import { desktopTexts } from '../texts/texts.ts';

const useStyles = makeStyles({
  label: { display: 'block', marginBottom: '4px' },
  box: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: '0 8px',
    border: `1px solid ${colours.dim}`,
    borderRadius: '6px',
    backgroundColor: colours.panel,
    ':focus-within': { outline: `2px solid ${colours.brand}`, outlineOffset: '-1px' },
  },
  chosen: { flexGrow: 1, minWidth: 0 },
});

interface WorkItemFieldProps {
  readonly workItem: TrackedWorkItem | null;
  /** The number while the work item itself is not known. */
  readonly workItemId: number | null;
  readonly onChange: (workItem: TrackedWorkItem | null) => void;
  /** Whether the field has the focus at first. */
  readonly isFocused?: boolean;
}

/** Finds a work item by number or words; the X clears the field. */
export function WorkItemField({ workItem, workItemId, onChange, isFocused = false }: WorkItemFieldProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const bridge = useBridge();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const search = useCallback((typed: string) => bridge.search(typed), [bridge]);
  const clear = () => {
    setText('');
    onChange(null);
    requestAnimationFrame(() => field.current?.focus());
  };
  return (
    <div>
      <span className={styles.label}>{texts.workItem}</span>
      <div className={styles.box} ref={box}>
        {workItemId !== null ? (
          <span className={styles.chosen}>
            {workItem ? <WorkItemLabel strong workItem={workItem} /> : workItemId}
          </span>
        ) : (
          <WorkItemCombobox
            anchor={box}
            autoFocus={isFocused}
            emptyNote={texts.noWorkItemFits}
            inputRef={field}
            label={texts.workItem}
            onPick={(picked) => {
              setText('');
              onChange(picked);
            }}
            onText={setText}
            opensOnFocus
            placeholder={texts.findWorkItem}
            search={search}
            text={text}
          />
        )}
        {(workItemId !== null || text !== '') && (
          <IconButton icon={<Dismiss16Regular />} name={texts.clearWorkItem} onClick={clear} />
        )}
      </div>
    </div>
  );
}
