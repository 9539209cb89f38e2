import { Button, Field, Input } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { isLike } from '../../drafts/guards.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { peopleTexts } from '../../texts/people/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { useFormStyles } from '../use-form-styles.ts';
import type { Person } from './people.ts';
import { PEOPLE_KEY } from './use-people.ts';

/** Name and e-mail of a person. */
export function EditPerson({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const styles = useFormStyles();
  const texts = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const seen = { name: person.name, email: person.email };
  const draft = useDraft(`person:${person.id}`, () => seen, isLike(seen));
  const { name, email } = draft.value;
  const change = (part: Partial<typeof seen>) => draft.change((before) => ({ ...before, ...part }));
  const close = () => {
    draft.discard();
    onClose();
  };
  const save = useMutation({
    mutationFn: () =>
      client.call(calls.changeUser, {
        params: { id: person.id },
        body: { name: name.trim(), ...(email.trim() !== '' && { email: email.trim() }) },
      }),
    onSuccess: () => {
      toast({ text: texts.changed({ name: name.trim() }) });
      close();
      return queryClient.invalidateQueries({ queryKey: PEOPLE_KEY });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <Modal onClose={close} title={texts.editTitle({ name: person.name })}>
      <form className={styles.form} onSubmit={submit}>
        <Field label={texts.name}>
          <Input
            data-first-focus=""
            maxLength={200}
            onChange={(_, { value }) => change({ name: value })}
            value={name}
          />
        </Field>
        <Field label={texts.email} {...fault(save.error && errorText(save.error))}>
          <Input
            maxLength={320}
            onChange={(_, { value }) => change({ email: value })}
            type="email"
            value={email}
          />
        </Field>
        <div className={styles.actions}>
          <Button onClick={close}>{common.cancel}</Button>
          <Button appearance="primary" disabled={name.trim() === '' || save.isPending} type="submit">
            {common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
