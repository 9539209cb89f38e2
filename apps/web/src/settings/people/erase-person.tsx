import { Button, Field, Input } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { richText, useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { peopleTexts } from '../../texts/people/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { useFormStyles } from '../use-form-styles.ts';
import type { Person } from './people.ts';
import { PEOPLE_KEY } from './use-people.ts';

/** Erases a person for good, once their name was typed: it cannot be undone. */
export function ErasePerson({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const styles = useFormStyles();
  const texts = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === person.name;
  const erase = useMutation({
    mutationFn: () =>
      client.call(calls.eraseUser, { params: { id: person.id }, body: { confirm: person.id } }),
    onSuccess: () => {
      toast({ text: texts.erased });
      onClose();
      return queryClient.invalidateQueries({ queryKey: PEOPLE_KEY });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && !erase.isPending) erase.mutate();
  };
  return (
    <Modal onClose={onClose} role="alertdialog" title={texts.eraseTitle({ name: person.name })}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.text}>{texts.eraseText}</p>
        <p className={styles.text}>{richText(texts.typeName, { name: <b>{person.name}</b> })}</p>
        <Field label={texts.name} {...fault(erase.error && errorText(erase.error))}>
          <Input
            autoComplete="off"
            data-first-focus=""
            onChange={(_, { value }) => setTyped(value)}
            value={typed}
          />
        </Field>
        <div className={styles.actions}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button appearance="primary" disabled={!isConfirmed || erase.isPending} type="submit">
            {texts.eraseAct}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
