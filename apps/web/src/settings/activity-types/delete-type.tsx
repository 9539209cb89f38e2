import { Button, Field, Select } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import type { ActivityType } from '@stint/contract';
import { IconButton, useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { activityTypesTexts } from '../../texts/activity-types/texts.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { useFormStyles } from '../use-form-styles.ts';
import { useDeleteType } from './use-activity-types.ts';

interface DeleteTypeProps {
  readonly type: ActivityType;
  /** What its time can get in its place. */
  readonly others: readonly ActivityType[];
  readonly isDefault: boolean;
}

/** Deletes an activity type, once one has said what its time gets in its place. */
export function DeleteType({ type, others, isDefault }: DeleteTypeProps) {
  const texts = useTexts(activityTypesTexts);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <IconButton
        disabled={isDefault || others.length === 0}
        icon={<Delete16Regular />}
        name={isDefault ? texts.defaultStays({ name: type.name }) : texts.deleteOne({ name: type.name })}
        onClick={() => setAsking(true)}
      />
      {isAsking && <AskReplacement onClose={() => setAsking(false)} others={others} type={type} />}
    </>
  );
}

function AskReplacement(props: Omit<DeleteTypeProps, 'isDefault'> & { readonly onClose: () => void }) {
  const { type, others, onClose } = props;
  const styles = useFormStyles();
  const texts = useTexts(activityTypesTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const [replacementId, setReplacementId] = useState(others[0]?.id ?? '');
  const remove = useDeleteType();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!remove.isPending) remove.mutate({ type, replacementId }, { onSuccess: onClose });
  };
  return (
    <Modal onClose={onClose} role="alertdialog" title={texts.deleteTitle({ name: type.name })}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.text}>{texts.deleteText}</p>
        <Field label={texts.replacement} {...fault(remove.error && errorText(remove.error))}>
          <Select
            data-first-focus=""
            onChange={(_, { value }) => setReplacementId(value)}
            value={replacementId}
          >
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <div className={styles.actions}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button appearance="primary" disabled={remove.isPending} type="submit">
            {texts.deleteAct}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
