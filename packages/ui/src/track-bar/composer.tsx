import { Button, mergeClasses } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Play16Filled } from '@fluentui/react-icons/svg/play';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import type { TrackedWorkItem } from '@stint/contract';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { ActivityPicker } from '../activity-types/activity-picker.tsx';
import { IconButton } from '../icon-button.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { WorkItemCombobox } from '../work-items/work-item-combobox.tsx';
import { WorkItemLabel } from '../work-items/work-item-label.tsx';
import { subjectOf } from './subject.ts';
import type { TrackBarProps } from './types.ts';
import { useBarStyles } from './use-bar-styles.ts';

type ComposerProps = Pick<
  TrackBarProps,
  'activityTypes' | 'defaultActivityTypeId' | 'search' | 'focusRequest' | 'onStart'
> & {
  /** The running clock, which stands between the field and the start. */
  readonly clock: ReactNode;
  readonly focusOnMount: boolean;
  /** Leaves the composer again while something runs; null when there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
};

/** The field in which one says what to start: a work item by search, a comment, an activity type; Enter starts. */
export function Composer(props: ComposerProps) {
  const { activityTypes, defaultActivityTypeId, search, focusRequest, onStart, onCancel } = props;
  const styles = useBarStyles();
  const texts = useTexts(uiTexts);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [workItem, setWorkItem] = useState<TrackedWorkItem | null>(null);
  const [text, setText] = useState('');
  const [activity, setActivity] = useState<string | null>(null);
  const activityTypeId = activity ?? defaultActivityTypeId;

  const answered = useRef(props.focusOnMount ? focusRequest - 1 : focusRequest);
  useLayoutEffect(() => {
    if (answered.current !== focusRequest) field.current?.focus();
    answered.current = focusRequest;
  }, [focusRequest]);
  useLayoutEffect(() => {
    if (workItem) field.current?.focus();
  }, [workItem]);

  const start = () => {
    onStart(subjectOf(workItem, text, activityTypeId));
    setWorkItem(null);
    setText('');
    setActivity(null);
  };
  const clear = () => {
    setWorkItem(null);
    requestAnimationFrame(() => field.current?.focus());
  };
  return (
    <>
      <div
        className={mergeClasses(styles.what, !onCancel && styles.first, !workItem && styles.oneLine)}
        ref={box}
      >
        {workItem ? (
          <>
            <span className={styles.subject}>
              <WorkItemLabel strong workItem={workItem} />
            </span>
            <IconButton icon={<Dismiss16Regular />} name={texts.clearWorkItem} onClick={clear} />
            <input
              aria-label={texts.comment}
              autoComplete="off"
              className={styles.comment}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') start();
                else if (event.key === 'Escape' && onCancel) onCancel();
                else if (event.key === 'Backspace' && text === '') clear();
              }}
              placeholder={texts.comment}
              ref={field}
              value={text}
            />
          </>
        ) : (
          <>
            <Search16Regular className={styles.icon} />
            <WorkItemCombobox
              anchor={box}
              emptyNote={texts.enterStartsWithComment}
              inputRef={field}
              label={texts.whatAreYouWorkingOn}
              onEnter={start}
              onPick={(picked) => {
                setWorkItem(picked);
                setText('');
              }}
              onText={setText}
              opensOnFocus
              placeholder={texts.whatAreYouWorkingOn}
              search={search}
              text={text}
              {...(onCancel && { onEscape: onCancel })}
            />
          </>
        )}
        {activityTypes.length > 0 && (
          <ActivityPicker activityTypes={activityTypes} onChange={setActivity} value={activityTypeId} />
        )}
        {onCancel && <IconButton icon={<Dismiss16Regular />} name={texts.cancel} onClick={onCancel} />}
      </div>
      {props.clock}
      <Button appearance="primary" className={styles.start} icon={<Play16Filled />} onClick={start}>
        <span className={styles.startName}>{texts.start}</span>
      </Button>
    </>
  );
}
