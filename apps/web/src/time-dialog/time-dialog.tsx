import { Button, Checkbox, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { ApiError } from '@stint/client';
import { COMMENT_LIMIT } from '@stint/contract';
import { mayAddWorklogFor, type UserId } from '@stint/domain';
import { ActivityPicker, colours, useTexts } from '@stint/ui';
import type { FormEvent } from 'react';
import { fault } from '../components/fault.ts';
import { useErrorText } from '../api/message.ts';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { useSession } from '../api/session.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { Modal } from '../components/modal.tsx';
import { useFavouritesFirst } from '../track/favourites-first.ts';
import { useTrack } from '../track/use-track.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { actOf } from '../shell/keys/key-table.ts';
import { COMMON_KEYS } from '../shell/keys/shell-keys.ts';
import { timeDialogTexts } from '../texts/time-dialog/texts.ts';
import { type Entry, type EntryField, fieldOfError } from './entry.ts';
import { ForWhom } from './for-whom.tsx';
import { TimeFields } from './time-fields.tsx';
import type { TimeDialogRequest } from './request.ts';
import { draftKeyOf, isEntry, startingEntry } from './starting-entry.ts';
import { startOf } from './time-range.ts';
import { useSaveEntry } from './use-save-entry.ts';
import { WorkItemField } from './work-item-field.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  picker: { display: 'flex' },
  billable: { alignSelf: 'flex-start', marginLeft: '-8px' },
  refusal: { color: colours.fault, margin: 0 },
  restored: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: '0 auto 0 0',
    color: colours.dim,
  },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px' },
});

interface TimeDialogProps {
  readonly request: TimeDialogRequest;
  readonly onClose: () => void;
}

/** Add time, and edit time. Ctrl+Enter saves, Escape closes; what was typed survives a reload. */
export function TimeDialog({ request, onClose }: TimeDialogProps) {
  const styles = useStyles();
  const texts = useTexts(timeDialogTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const { timeZone, user, role } = useSession();
  const { own, organization } = usePersonalSettings();
  const addTimeMode = own?.effective.addTimeMode ?? 'both';
  const activity = useTrack().data?.state.settings.activityType;
  const activityTypes = useFavouritesFirst(activity?.activityTypes);
  const mayAddForOthers =
    request.kind === 'add' &&
    mayAddWorklogFor({ id: user.id as UserId, role }, '' as UserId, organization?.othersTimeEditor);
  const edited = request.kind === 'edit' ? request.worklog : null;
  const draft = useDraft(
    draftKeyOf(request),
    () =>
      startingEntry(
        request,
        timeZone,
        activity?.defaultActivity ?? '',
        organization?.billableByDefault ?? false,
      ),
    isEntry,
  );
  const entry = draft.value;
  const close = () => {
    draft.discard();
    onClose();
  };
  const save = useSaveEntry(edited, close);
  const change = (part: Partial<Entry>) => {
    save.reset();
    draft.change((before) => ({ ...before, ...part }));
  };
  const refusedField = save.error instanceof ApiError ? fieldOfError(save.error) : null;
  const errorOf = (field: EntryField) =>
    save.error && refusedField === field ? errorText(save.error) : null;
  const isWhole = startOf(entry.range) !== null && entry.range.lengthSeconds !== null;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (isWhole && !save.isPending) save.mutate(entry);
  };
  return (
    <Modal
      onClose={close}
      onKeyDown={(event) => {
        if (actOf(COMMON_KEYS, event) === 'saveDialog') submit();
      }}
      title={edited ? texts.editTime : texts.addTime}
    >
      <form className={styles.form} onSubmit={submit}>
        {mayAddForOthers && <ForWhom onChange={(userId) => change({ userId })} userId={entry.userId} />}
        <WorkItemField
          error={errorOf('workItem')}
          onChange={(workItem) => change({ workItem })}
          value={entry.workItem}
        />
        <TimeFields
          errorOf={errorOf}
          mode={addTimeMode}
          key={draft.isRestored ? 'restored' : 'fresh'}
          onChange={(range) => change({ range })}
          range={entry.range}
          zone={timeZone}
        />
        <Field label={texts.comment} {...fault(errorOf('comment'))}>
          <Textarea
            maxLength={COMMENT_LIMIT}
            onChange={(_, { value }) => change({ comment: value })}
            resize="vertical"
            value={entry.comment}
            {...(edited && { 'data-first-focus': '' })}
          />
        </Field>
        {activity?.isEnabled && (
          <Field label={texts.activityType} {...fault(errorOf('activityType'))}>
            <div className={styles.picker}>
              <ActivityPicker
                activityTypes={activityTypes}
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
          label={texts.billable}
          onChange={(_, { checked }) => change({ billable: checked === true })}
        />
        {save.error && refusedField === null && (
          <p className={styles.refusal} role="alert">
            {errorText(save.error)}
          </p>
        )}
        <div className={styles.actions}>
          {draft.isRestored && (
            <div className={styles.restored} role="status">
              {texts.draftRestored}
              <Button onClick={draft.discard} size="small" type="button">
                {texts.startAfresh}
              </Button>
            </div>
          )}
          <Button onClick={close}>{common.cancel}</Button>
          <Button appearance="primary" disabled={!isWhole || save.isPending} title="Ctrl+Enter" type="submit">
            {common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
