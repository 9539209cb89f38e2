import { Button } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Menu, MenuItem, MenuRule, useTexts } from '@stint/ui';
import { useState } from 'react';
import { Question } from '../../components/question.tsx';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { useDeleteWebhook, useNewSecret } from './use-webhooks.ts';

interface WebhookMenuProps {
  readonly id: string;
  readonly name: string;
  readonly onEdit: () => void;
  readonly onSecret: (secret: string) => void;
}

/** What else can be done with a webhook. */
export function WebhookMenu({ id, name, onEdit, onSecret }: WebhookMenuProps) {
  const texts = useTexts(webhooksTexts);
  const newSecret = useNewSecret();
  const remove = useDeleteWebhook();
  const [asked, setAsked] = useState<'secret' | 'delete' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Menu
        trigger={(props) => (
          <Button
            {...props}
            appearance="subtle"
            aria-label={texts.more({ name })}
            icon={<MoreHorizontal20Regular />}
            size="small"
          />
        )}
      >
        <MenuItem onSelect={onEdit}>{texts.editAct}</MenuItem>
        <MenuItem onSelect={() => setAsked('secret')}>{texts.newSecret}</MenuItem>
        <MenuRule />
        <MenuItem onSelect={() => setAsked('delete')}>{texts.delete}</MenuItem>
      </Menu>
      {asked === 'secret' && (
        <Question
          act={texts.newSecretAct}
          onClose={close}
          onConfirm={() => newSecret.mutate(id, { onSuccess: ({ secret }) => onSecret(secret) })}
          text={texts.newSecretText}
          title={texts.newSecretTitle}
        />
      )}
      {asked === 'delete' && (
        <Question
          act={texts.deleteAct}
          onClose={close}
          onConfirm={() => remove.mutate(id)}
          text={texts.deleteText({ name })}
          title={texts.deleteTitle}
        />
      )}
    </>
  );
}
