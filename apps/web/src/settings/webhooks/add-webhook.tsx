import { useTexts } from '@stint/ui';
import { Modal } from '../../components/modal.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { useAddWebhook } from './use-webhooks.ts';
import { EMPTY_DRAFT, isWebhookDraft, wishOf } from './webhook-draft.ts';
import { WebhookForm } from './webhook-form.tsx';

interface AddWebhookProps {
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

/** Makes a webhook; what was typed outlives a reload. */
export function AddWebhook({ onClose, onSecret }: AddWebhookProps) {
  const texts = useTexts(webhooksTexts);
  const draft = useDraft('add-webhook', () => EMPTY_DRAFT, isWebhookDraft);
  const add = useAddWebhook();
  const leave = () => {
    draft.discard();
    onClose();
  };
  const save = () =>
    add.mutate(wishOf(draft.value), {
      onSuccess: ({ secret }) => {
        leave();
        onSecret(secret);
      },
    });
  return (
    <Modal onClose={onClose} title={texts.add}>
      <WebhookForm
        act={texts.add}
        draft={draft.value}
        error={add.error}
        isSaving={add.isPending}
        onCancel={leave}
        onChange={(value) => {
          add.reset();
          draft.change(value);
        }}
        onSave={save}
      />
    </Modal>
  );
}
