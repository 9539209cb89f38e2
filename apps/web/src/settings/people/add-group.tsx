import { Button, Field, Input, Select } from '@fluentui/react-components';
import { calls, type GroupSource } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { isLike } from '../../drafts/guards.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { peopleTexts } from '../../texts/people/texts.ts';
import { useFormStyles } from '../use-form-styles.ts';
import { ROLES } from './people.ts';
import { useAddGroup } from './use-groups.ts';
import { GROUPS_KEY } from './use-people.ts';

const SOURCES: readonly GroupSource[] = ['stint', 'azureDevOps', 'openid'];
const SOURCE_NAMES = {
  stint: 'sourceStint',
  azureDevOps: 'sourceAzureDevOps',
  openid: 'sourceOpenid',
} as const;

/** A group as it is typed. */
const NEW_GROUP = { source: 'stint', name: '', claim: '', role: 'Team' };

/** Makes a group of one’s own, or one of Azure DevOps or the sign-in provider, and gives it a role. */
export function AddGroup({ onClose }: { readonly onClose: () => void }) {
  const styles = useFormStyles();
  const texts = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const draft = useDraft('add-group', () => NEW_GROUP, isLike(NEW_GROUP));
  const { name, claim } = draft.value;
  const source = SOURCES.find((each) => each === draft.value.source) ?? 'stint';
  const role = ROLES.find((each) => each === draft.value.role) ?? 'Team';
  const change = (part: Partial<typeof NEW_GROUP>) => draft.change((before) => ({ ...before, ...part }));
  const close = () => {
    draft.discard();
    onClose();
  };
  const add = useAddGroup();
  const found = useAzureDevOpsGroups(source === 'azureDevOps', name);
  const chosen = found.data?.find((group) => group.name === name);
  const externalId = source === 'azureDevOps' ? (chosen?.id ?? '') : claim.trim();
  const isReady = name.trim() !== '' && (source === 'stint' || externalId !== '') && !add.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const body = { name: name.trim(), source, role, ...(source !== 'stint' && { externalId }) };
    add.mutate(body, { onSuccess: close });
  };
  const refusal = add.error ?? found.error;
  return (
    <Modal onClose={close} title={texts.addGroup}>
      <form className={styles.form} onSubmit={submit}>
        <Field hint={texts.sourceHint} label={texts.membersFrom}>
          <Select onChange={(_, { value }) => change({ source: value })} value={source}>
            {SOURCES.map((each) => (
              <option key={each} value={each}>
                {texts[SOURCE_NAMES[each]]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          hint={source === 'azureDevOps' ? texts.chooseGroup : ''}
          label={texts.name}
          {...fault(refusal && errorText(refusal))}
        >
          <Input
            data-first-focus=""
            input={{ list: 'azure-devops-groups' }}
            maxLength={200}
            onChange={(_, { value }) => change({ name: value })}
            value={name}
          />
        </Field>
        <datalist id="azure-devops-groups">
          {found.data?.map((group) => (
            <option key={group.id} value={group.name}>
              {group.description}
            </option>
          ))}
        </datalist>
        {source === 'openid' && (
          <Field hint={texts.claimHint} label={texts.claim}>
            <Input maxLength={400} onChange={(_, { value }) => change({ claim: value })} value={claim} />
          </Field>
        )}
        <Field label={texts.role}>
          <Select onChange={(_, { value }) => change({ role: value })} value={role}>
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {each === 'None' ? texts.groupRoleNone : each}
              </option>
            ))}
          </Select>
        </Field>
        <div className={styles.actions}>
          <Button onClick={close}>{common.cancel}</Button>
          <Button appearance="primary" disabled={!isReady} type="submit">
            {texts.addGroup}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function useAzureDevOpsGroups(isWanted: boolean, search: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...GROUPS_KEY, 'azureDevOps', search],
    queryFn: ({ signal }) =>
      client.call(calls.findAzureDevOpsGroups, { query: { $search: search.slice(0, 200) }, signal }),
    enabled: isWanted,
    placeholderData: (before) => before,
  });
}
