import { Button, Checkbox, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { ApiError } from '@stint/client';
import { COMMENT_LIMIT, type WorkLog } from '@stint/contract';
import { ActivityPicker, colours, type LabelledWorkItem } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { fault } from '../components/fault.ts';
import { messageOf } from '../api/message.ts';
import { useSession } from '../api/session.ts';
import { Modal } from '../components/modal.tsx';
import { useTrack } from '../track/use-track.ts';
import { type Entry, type EntryField, fieldOfError } from './entry.ts';
import { TimeFields } from './time-fields.tsx';
import { rangeOf, recentHour, startOf } from './time-range.ts';
import { useSaveEntry } from './use-save-entry.ts';
import { WorkItemField } from './work-item-field.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  picker: { display: 'flex' },
  billable: { alignSelf: 'flex-start', marginLeft: '-8px' },
  refusal: { color: colours.fault, margin: 0 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px' },
});

interface TimeDialogProps {
  /** The worklog to change, or null to add one. */
  readonly edited: { readonly worklog: WorkLog; readonly workItem: LabelledWorkItem | null } | null;
  readonly onClose: () => void;
}

/** Add time, and edit time. Ctrl+Enter saves, Escape closes. */
export function TimeDialog({ edited, onClose }: TimeDialogProps) {
  const styles = useStyles();
  const { timeZone } = useSession();
  const activity = useTrack().data?.state.settings.activityType;
  const [entry, setEntry] = useState<Entry>(() =>
    startingEntry(edited, timeZone, activity?.defaultActivity ?? ''),
  );
  const save = useSaveEntry(edited?.worklog ?? null, onClose);
  const change = (part: Partial<Entry>) => {
    save.reset();
    setEntry((before) => ({ ...before, ...part }));
  };
  const refusedField = save.error instanceof ApiError ? fieldOfError(save.error) : null;
  const errorOf = (field: EntryField) =>
    save.error && refusedField === field ? messageOf(save.error) : null;
  const isWhole = startOf(entry.range) !== null && entry.range.lengthSeconds !== null;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (isWhole && !save.isPending) save.mutate(entry);
  };
  return (
    <Modal
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
      title={edited ? 'Edit time' : 'Add time'}
    >
      <form className={styles.form} onSubmit={submit}>
        <WorkItemField
          error={errorOf('workItem')}
          onChange={(workItem) => change({ workItem })}
          value={entry.workItem}
        />
        <TimeFields
          errorOf={errorOf}
          onChange={(range) => change({ range })}
          range={entry.range}
          zone={timeZone}
        />
        <Field label="Comment" {...fault(errorOf('comment'))}>
          <Textarea
            maxLength={COMMENT_LIMIT}
            onChange={(_, { value }) => change({ comment: value })}
            resize="vertical"
            value={entry.comment}
            {...(edited && { 'data-first-focus': '' })}
          />
        </Field>
        {activity?.isEnabled && (
          <Field label="Activity type" {...fault(errorOf('activityType'))}>
            <div className={styles.picker}>
              <ActivityPicker
                activityTypes={activity.activityTypes}
                appearance="field"
                onChange={(activityTypeId) => change({ activityTypeId })}
                value={entry.activityTypeId}
              />
            </div>
          </Field>
        )}
        <Checkbox
          checked={entry.billable}
          className={styles.billable}
          label="Billable"
          onChange={(_, { checked }) => change({ billable: checked === true })}
        />
        {save.error && refusedField === null && (
          <p className={styles.refusal} role="alert">
            {messageOf(save.error)}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button appearance="primary" disabled={!isWhole || save.isPending} title="Ctrl+Enter" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function startingEntry(edited: TimeDialogProps['edited'], zone: string, defaultActivity: string): Entry {
  if (edited === null) {
    const range = recentHour(Date.now(), zone);
    return { range, workItem: null, comment: '', activityTypeId: defaultActivity, billable: false };
  }
  const { worklog, workItem } = edited;
  return {
    range: rangeOf(worklog.timestamp, worklog.length),
    workItem:
      workItem ?? (worklog.workItemId === null ? null : { id: worklog.workItemId, title: '', color: '' }),
    comment: worklog.comment,
    activityTypeId: worklog.activityType.id,
    billable: worklog.flags.isBillable,
  };
}
