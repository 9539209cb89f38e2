import { Button, Field, Input } from '@fluentui/react-components';
import type { CalendarSource } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { useFormStyles } from '../use-form-styles.ts';
import { isAddress } from './calendar-state.ts';
import { useChangeAddress } from './use-calendars.ts';

interface AddressDialogProps {
  readonly calendar: CalendarSource;
  readonly onClose: () => void;
}

/** Enters another address of a calendar; the one that is kept is never shown. */
export function AddressDialog({ calendar, onClose }: AddressDialogProps) {
  const styles = useFormStyles();
  const texts = useTexts(calendarsTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const [url, setUrl] = useState('');
  const change = useChangeAddress();
  const isGood = isAddress(url);
  const complaint = url !== '' && !isGood ? texts.noAddress : change.error && errorText(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood && !change.isPending)
      change.mutate({ id: calendar.id, url: url.trim() }, { onSuccess: onClose });
  };
  return (
    <Modal onClose={onClose} title={texts.addressTitle({ name: calendar.name })}>
      <form className={styles.form} onSubmit={submit}>
        <Field label={texts.address} {...fault(complaint)}>
          <Input
            autoComplete="off"
            data-first-focus=""
            maxLength={2000}
            onChange={(_, { value }) => {
              change.reset();
              setUrl(value);
            }}
            placeholder="https://…/basic.ics"
            value={url}
          />
        </Field>
        <div className={styles.actions}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button appearance="primary" disabled={!isGood || change.isPending} type="submit">
            {common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
