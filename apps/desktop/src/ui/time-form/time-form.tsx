import { Button, Field, makeStyles, Switch, Textarea } from '@fluentui/react-components';
import { ActivityPicker, colours, useFormats, useTexts } from '@stint/ui';
import { type FormEvent, type JSX, type KeyboardEvent, useState } from 'react';
import type { ActiveView } from '../../core/app/view.ts';
import { desktopTexts } from '../texts/texts.ts';
import { type Draft, missingIn } from './draft.ts';
import { missingText } from './missing-text.ts';
import { TimeFields } from './time-fields.tsx';
import { WorkItemField } from './work-item-field.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  title: { fontSize: '18px', lineHeight: '24px', fontWeight: 600 },
  // What one does stays in sight while the rest scrolls.
  acts: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    flexWrap: 'wrap',
    position: 'sticky',
    bottom: '-20px',
    margin: '0 -24px -20px',
    padding: '12px 24px 20px',
    backgroundColor: colours.background,
    borderTop: `1px solid ${colours.line}`,
  },
  kind: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 12px' },
  missing: { color: colours.dim, fontSize: '12px' },
});

export interface TimeFormProps {
  readonly title: string;
  readonly active: ActiveView;
  readonly first: Draft;
  /** Whether the form asks when and how long. */
  readonly hasTime: boolean;
  /** Whether the search for the work item has the focus. */
  readonly isFocused?: boolean;
  readonly actText: string;
  readonly actIcon?: JSX.Element;
  readonly onAct: (draft: Draft) => Promise<void>;
  readonly onCancel: () => void;
}

/** The one form of time: what it is about, and for Add Time and Edit also when and how long. */
export function TimeForm(props: TimeFormProps) {
  const { title, active, first, hasTime, onAct, onCancel } = props;
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const [draft, setDraft] = useState(first);
  const formats = useFormats();
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const notSet = active.activityTypes.find(({ isNotSet }) => isNotSet)?.id ?? null;
  const missing = missingIn(draft, active.rules, notSet, hasTime);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (missing === null) void onAct(draft);
  };
  return (
    <form
      aria-label={title}
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
      }}
      onSubmit={submit}
    >
      <h2 className={styles.title}>{title}</h2>
      <WorkItemField
        isFocused={props.isFocused === true}
        onChange={(workItem) => change({ workItem, workItemId: workItem?.id ?? null })}
        workItem={draft.workItem}
        workItemId={draft.workItemId}
      />
      <Field label={texts.description} required={active.rules.isCommentRequired}>
        <Textarea
          maxLength={4000}
          onChange={(_, { value }) => change({ comment: value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) submit(event);
          }}
          resize="vertical"
          rows={2}
          value={draft.comment}
        />
      </Field>
      <div className={styles.kind}>
        {active.areActivityTypesUsed && (
          <ActivityPicker
            activityTypes={[...active.activityTypes]}
            appearance="field"
            onChange={(activityTypeId) => change({ activityTypeId })}
            value={draft.activityTypeId}
          />
        )}
        <Switch
          checked={draft.isBillable}
          label={texts.billable}
          onChange={(_, { checked }) => change({ isBillable: checked })}
        />
      </div>
      {hasTime && (
        <TimeFields
          draft={draft}
          formats={formats}
          mode={active.rules.addTimeMode}
          onChange={change}
          zone={active.zone}
        />
      )}
      <div className={styles.acts}>
        <Button appearance="primary" disabled={missing !== null} icon={props.actIcon ?? null} type="submit">
          {props.actText}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {texts.cancel}
        </Button>
        {missing !== null && (
          <span className={styles.missing} role="status">
            {missingText(missing, texts)}
          </span>
        )}
      </div>
    </form>
  );
}
