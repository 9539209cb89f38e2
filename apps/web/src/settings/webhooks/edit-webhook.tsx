import type { Webhook } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useState } from 'react';
import { Loaded } from '../../components/loaded.tsx';
import { Modal } from '../../components/modal.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { useChangeWebhook, useVersioned } from './use-webhooks.ts';
import { draftOf, wishOf } from './webhook-draft.ts';
import { WebhookForm } from './webhook-form.tsx';

/** Changes a webhook, unless somebody else did meanwhile. */
export function EditWebhook({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const texts = useTexts(webhooksTexts);
  const found = useVersioned(id);
  return (
    <Modal onClose={onClose} title={texts.edit}>
      <Loaded
        query={found}
        skeleton={<SkeletonRows label={texts.loading} rows={4} />}
        what={texts.theWebhook}
      >
        {({ webhook, etag }) => <EditForm etag={etag} onClose={onClose} webhook={webhook} />}
      </Loaded>
    </Modal>
  );
}

interface EditFormProps {
  readonly webhook: Webhook;
  readonly etag: string;
  readonly onClose: () => void;
}

/** What is typed and the version that it began with outlive another reading of the webhook. */
function EditForm({ webhook, etag: newest, onClose }: EditFormProps) {
  const texts = useTexts(webhooksTexts);
  const common = useTexts(commonTexts);
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(webhook));
  const [etag] = useState(newest);
  const change = useChangeWebhook();
  const save = () =>
    change.mutate(
      { id: webhook.id, etag, body: wishOf(draft) },
      {
        onSuccess: () => {
          toast({ text: texts.saved });
          onClose();
        },
      },
    );
  return (
    <WebhookForm
      act={common.save}
      draft={draft}
      error={change.error}
      isSaving={change.isPending}
      onCancel={onClose}
      onChange={setDraft}
      onSave={save}
    />
  );
}
