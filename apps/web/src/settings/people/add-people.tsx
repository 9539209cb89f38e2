import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { calls, type RoleName } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { isText } from '../../drafts/guards.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { peopleTexts } from '../../texts/people/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { useFormStyles } from '../use-form-styles.ts';
import { ROLES } from './people.ts';
import { type NewPerson, readPeople } from './read-people.ts';
import { PEOPLE_KEY } from './use-people.ts';

/** Makes people known before their first visit, one a line; those that are refused stay in the field, with the reason. */
export function AddPeople({ onClose }: { readonly onClose: () => void }) {
  const styles = useFormStyles();
  const texts = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { value: typed, change, discard } = useDraft('add-people', () => '', isText);
  const [role, setRole] = useState<RoleName>('Team');
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const { people, unreadable } = readPeople(typed);
  const add = useMutation({
    mutationFn: async (wanted: readonly NewPerson[]) => {
      const refused: { person: NewPerson; reason: string }[] = [];
      for (const person of wanted)
        await client
          .call(calls.addUser, { body: { ...person, role } })
          .catch((error: unknown) => refused.push({ person, reason: errorText(error) }));
      return { refused, added: wanted.length - refused.length };
    },
    onSuccess: ({ refused, added }) => {
      if (added > 0) toast({ text: texts.added({ count: added }) });
      setRefusals(refused.map(({ person, reason }) => `${person.email}: ${reason}`));
      change(refused.map(({ person }) => `${person.name} <${person.email}>`).join('\n'));
      if (refused.length === 0) {
        discard();
        onClose();
      }
      return queryClient.invalidateQueries({ queryKey: PEOPLE_KEY });
    },
  });
  const isReady = people.length > 0 && unreadable.length === 0 && !add.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) add.mutate(people);
  };
  const complaint = unreadable.length > 0 ? texts.noAddressIn({ line: unreadable[0] ?? '' }) : null;
  return (
    <Modal onClose={onClose} title={texts.addPeople}>
      <form className={styles.form} onSubmit={submit}>
        <Field hint={texts.addHint} label={texts.onePerLine} {...fault(complaint)}>
          <Textarea
            data-first-focus=""
            onChange={(_, { value }) => change(value)}
            placeholder={texts.addExample}
            resize="vertical"
            rows={5}
            value={typed}
          />
        </Field>
        <Field label={texts.role}>
          <Select
            onChange={(_, { value }) => setRole(ROLES.find((each) => each === value) ?? 'Team')}
            value={role}
          >
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {each === 'None' ? texts.roleNone : each}
              </option>
            ))}
          </Select>
        </Field>
        {refusals.length > 0 && (
          <div className={styles.refusal} role="alert">
            {refusals.map((refusal) => (
              <div key={refusal}>{refusal}</div>
            ))}
          </div>
        )}
        <div className={styles.actions}>
          <Button
            onClick={() => {
              discard();
              onClose();
            }}
          >
            {common.cancel}
          </Button>
          <Button appearance="primary" disabled={!isReady} type="submit">
            {people.length === 0 ? texts.addPeople : texts.addCount({ count: people.length })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
