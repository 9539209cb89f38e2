import { Button, mergeClasses } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowSwap16Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { useEffect, useRef, useState } from 'react';
import { ActivityPicker } from '../activity-types/activity-picker.tsx';
import { IconButton } from '../icon-button.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { WorkItemCombobox } from '../work-items/work-item-combobox.tsx';
import { WorkItemLabel } from '../work-items/work-item-label.tsx';
import type { TrackBarProps, TrackSubject } from './types.ts';
import { useBarStyles } from './use-bar-styles.ts';

type RunningTrackProps = Pick<TrackBarProps, 'activityTypes' | 'search' | 'onChange'> & {
  readonly running: TrackSubject;
  readonly onNew: () => void;
};

/** What runs, on a green ground; comment, activity type and work item can be changed in place. */
export function RunningTrack({ running, activityTypes, search, onChange, onNew }: RunningTrackProps) {
  const styles = useBarStyles();
  const texts = useTexts(uiTexts);
  const box = useRef<HTMLDivElement>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [text, setText] = useState('');
  const { workItem } = running;
  const close = () => {
    setChoosing(false);
    setText('');
  };
  return (
    <div className={mergeClasses(styles.what, styles.running)} ref={box}>
      {isChoosing ? (
        <WorkItemCombobox
          anchor={box}
          autoFocus
          emptyNote={texts.noWorkItemFits}
          label={texts.workItemOfRunningTrack}
          onEscape={close}
          onPick={(picked) => {
            onChange({ workItem: picked });
            close();
          }}
          onText={setText}
          opensOnFocus
          placeholder={texts.findWorkItem}
          search={search}
          text={text}
        />
      ) : (
        <>
          {workItem && (
            <span className={styles.subject}>
              <WorkItemLabel strong workItem={workItem} />
            </span>
          )}
          {workItem ? (
            <IconButton
              icon={<ArrowSwap16Regular />}
              name={texts.changeWorkItem}
              onClick={() => setChoosing(true)}
            />
          ) : (
            <Button appearance="subtle" onClick={() => setChoosing(true)} size="small">
              {running.workItemId ?? texts.addWorkItem}
            </Button>
          )}
          <RunningComment comment={running.comment} onChange={(comment) => onChange({ comment })} />
        </>
      )}
      {activityTypes.length > 0 && (
        <ActivityPicker
          activityTypes={activityTypes}
          onChange={(activityTypeId) => onChange({ activityTypeId })}
          value={running.activityTypeId}
        />
      )}
      <IconButton icon={<Add16Regular />} name={texts.newTrackWithKey} onClick={onNew} />
    </div>
  );
}

/** The comment of the running track; Enter or leaving the field saves it, Escape takes the typing back. */
function RunningComment(props: { readonly comment: string; readonly onChange: (comment: string) => void }) {
  const styles = useBarStyles();
  const texts = useTexts(uiTexts);
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => setDraft(null), [props.comment]);
  const save = () => {
    if (draft !== null && draft.trim() !== props.comment) props.onChange(draft.trim());
  };
  return (
    <input
      aria-label={texts.comment}
      autoComplete="off"
      className={styles.comment}
      onBlur={save}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        else if (event.key === 'Escape') setDraft(null);
      }}
      placeholder={texts.comment}
      value={draft ?? props.comment}
    />
  );
}
