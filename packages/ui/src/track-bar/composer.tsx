import { Button, mergeClasses } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Money16Regular } from '@fluentui/react-icons/svg/money';
import { Play16Filled } from '@fluentui/react-icons/svg/play';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { ActivityPicker } from '../activity-types/activity-picker.tsx';
import { IconButton } from '../icon-button.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { WorkItemCombobox } from '../work-items/work-item-combobox.tsx';
import { WorkItemLabel } from '../work-items/work-item-label.tsx';
import { subjectOf } from './subject.ts';
import { NO_DRAFT, type TrackBarProps } from './types.ts';
import { useBarStyles } from './use-bar-styles.ts';

type ComposerProps = Pick<
  TrackBarProps,
  | 'activityTypes'
  | 'defaultActivityTypeId'
  | 'isBillableByDefault'
  | 'draft'
  | 'onDraft'
  | 'search'
  | 'focusRequest'
  | 'onStart'
> & {
  /** The running clock, which stands between the field and the start. */
  readonly clock: ReactNode;
  readonly focusOnMount: boolean;
  /** Leaves the composer again while something runs; null when there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
};

/** The field in which one says what to start: a work item by search, a comment, an activity type, whether it is billable; Enter starts. */
export function Composer(props: ComposerProps) {
  const { activityTypes, search, focusRequest, onStart, onCancel, draft, onDraft } = props;
  const styles = useBarStyles();
  const texts = useTexts(uiTexts);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { workItem, text } = draft;
  const activityTypeId = draft.activityTypeId ?? props.defaultActivityTypeId;
  const isBillable = draft.isBillable ?? props.isBillableByDefault;
  const setText = (next: string) => onDraft({ ...draft, text: next });

  const answered = useRef(props.focusOnMount ? focusRequest - 1 : focusRequest);
  useLayoutEffect(() => {
    if (answered.current !== focusRequest) field.current?.focus();
    answered.current = focusRequest;
  }, [focusRequest]);
  useLayoutEffect(() => {
    if (workItem) field.current?.focus();
  }, [workItem]);

  const start = () => {
    const subject = subjectOf(workItem, text, activityTypeId);
    onDraft(NO_DRAFT);
    onStart(draft.isBillable === null ? subject : { ...subject, isBillable: draft.isBillable });
  };
  const clear = () => {
    onDraft({ ...draft, workItem: null });
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
              onPick={(picked) => onDraft({ ...draft, workItem: picked, text: '' })}
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
          <ActivityPicker
            activityTypes={activityTypes}
            onChange={(chosen) => onDraft({ ...draft, activityTypeId: chosen })}
            value={activityTypeId}
          />
        )}
        <IconButton
          icon={<Money16Regular />}
          isPressed={isBillable}
          name={texts.billable}
          onClick={() => onDraft({ ...draft, isBillable: !isBillable })}
        />
        {onCancel && <IconButton icon={<Dismiss16Regular />} name={texts.cancel} onClick={onCancel} />}
      </div>
      {props.clock}
      <Button appearance="primary" className={styles.start} icon={<Play16Filled />} onClick={start}>
        <span className={styles.startName}>{texts.start}</span>
      </Button>
    </>
  );
}
