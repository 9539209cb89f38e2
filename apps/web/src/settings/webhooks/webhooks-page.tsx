import { Button } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { useState } from 'react';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { useWebhooks } from './use-webhooks.ts';
import { WebhookRow } from './webhook-row.tsx';

/** Settings > Webhooks. */
export function WebhooksSettings() {
  return (
    <AdministratorsOnly>
      <Webhooks />
    </AdministratorsOnly>
  );
}

function Webhooks() {
  const texts = useTexts(webhooksTexts);
  const { webhooks: title } = useTexts(settingsTexts);
  const webhooks = useWebhooks();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Panel
      action={
        <Button appearance="primary" onClick={() => setAdding(true)}>
          {texts.add}
        </Button>
      }
      hint={texts.hint}
      title={title}
    >
      <Loaded
        query={webhooks}
        skeleton={<SkeletonRows label={texts.loading} rows={3} />}
        what={texts.theWebhooks}
      >
        {(found) =>
          found.length === 0 ? (
            <StateMessage text={texts.noneHint} title={texts.none} />
          ) : (
            <RowList label={title}>
              {found.map((webhook) => (
                <WebhookRow key={webhook.id} onSecret={setSecret} webhook={webhook} />
              ))}
            </RowList>
          )
        }
      </Loaded>
      {isAdding && <AddWebhook onClose={() => setAdding(false)} onSecret={setSecret} />}
      {secret !== null && <SecretDialog onClose={() => setSecret(null)} secret={secret} />}
    </Panel>
  );
}
