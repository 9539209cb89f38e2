import { Button, makeStyles, Switch } from '@fluentui/react-components';
import type { Webhook } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { Row } from '../../components/row-list.tsx';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { Deliveries } from './deliveries.tsx';
import { EditWebhook } from './edit-webhook.tsx';
import { useSwitchWebhook, useTestWebhook } from './use-webhooks.ts';
import { WebhookMenu } from './webhook-menu.tsx';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: '4px' },
  address: { overflowWrap: 'anywhere' },
  good: { color: colours.run },
  bad: { color: colours.fault, overflowWrap: 'anywhere' },
});

interface WebhookRowProps {
  readonly webhook: Webhook;
  /** A new secret was made, to show it once. */
  readonly onSecret: (secret: string) => void;
}

/** One webhook: where it goes, what it is told, whether it is on, and how its last test went. */
export function WebhookRow({ webhook, onSecret }: WebhookRowProps) {
  const styles = useStyles();
  const texts = useTexts(webhooksTexts);
  const [shown, setShown] = useState<'deliveries' | 'edit' | null>(null);
  const test = useTestWebhook();
  const turn = useSwitchWebhook();
  const name = webhook.description || webhook.url;
  const toldAll = webhook.events.length === 0 || webhook.events.includes('*');
  const close = () => setShown(null);
  return (
    <Row
      action={
        <div className={styles.acts}>
          <Switch
            aria-label={texts.isOn({ name })}
            checked={webhook.isEnabled}
            onChange={(_, { checked }) => turn({ id: webhook.id, isEnabled: checked })}
          />
          <Button
            aria-label={texts.testName({ name })}
            disabled={test.isPending}
            onClick={() => test.mutate(webhook.id)}
            size="small"
          >
            {test.isPending ? texts.testing : texts.test}
          </Button>
          <Button
            aria-label={texts.deliveriesOf({ name })}
            onClick={() => setShown('deliveries')}
            size="small"
          >
            {texts.deliveries}
          </Button>
          <WebhookMenu id={webhook.id} name={name} onEdit={() => setShown('edit')} onSecret={onSecret} />
          {shown === 'deliveries' && <Deliveries id={webhook.id} name={name} onClose={close} />}
          {shown === 'edit' && <EditWebhook id={webhook.id} onClose={close} />}
        </div>
      }
      detail={
        <>
          <div className={styles.address}>{webhook.description === '' ? '' : webhook.url}</div>
          <div>{toldAll ? texts.toldAll : webhook.events.join(', ')}</div>
          <Outcome test={test} />
        </>
      }
      name={name}
    />
  );
}

function Outcome({ test }: { readonly test: ReturnType<typeof useTestWebhook> }) {
  const styles = useStyles();
  const texts = useTexts(webhooksTexts);
  const errorText = useErrorText();
  const { data, error } = test;
  const status = String(data?.responseStatus ?? '');
  const isGood = data?.delivered === true;
  const reason = error ? errorText(error) : (data?.fault ?? texts.statusIs({ status }));
  return (
    <div className={isGood ? styles.good : styles.bad} role="status">
      {isGood && texts.testGood({ status })}
      {!isGood && (data || error) && texts.testBad({ reason })}
    </div>
  );
}
