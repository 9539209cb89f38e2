import { Button, makeStyles } from '@fluentui/react-components';
import type { DeliveryState, WebhookDelivery } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { HealthName, type HealthTone } from '../../components/health-name.tsx';
import { Row } from '../../components/row-list.tsx';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { STATE_NAMES } from './delivery-states.ts';

const useStyles = makeStyles({
  fault: { overflowWrap: 'anywhere' },
});

const TONES = {
  pending: 'warning',
  delivered: 'good',
  failed: 'bad',
} as const satisfies Record<DeliveryState, HealthTone>;

interface DeliveryRowProps {
  readonly delivery: WebhookDelivery;
  readonly onResend: () => void;
}

/** One event on its way to a webhook. */
export function DeliveryRow({ delivery, onResend }: DeliveryRowProps) {
  const styles = useStyles();
  const texts = useTexts(webhooksTexts);
  const formats = useFormats();
  const { state, eventType, created, attempts, nextAttempt, responseStatus, fault } = delivery;
  const facts = [
    formats.dateTime(created),
    texts.tries({ count: String(attempts) }),
    ...(responseStatus === null ? [] : [texts.statusIs({ status: String(responseStatus) })]),
    ...(nextAttempt === null ? [] : [texts.nextTry({ when: formats.dateTime(nextAttempt) })]),
  ];
  return (
    <Row
      action={
        <Button aria-label={texts.resendName({ event: eventType })} onClick={onResend} size="small">
          {texts.resend}
        </Button>
      }
      detail={
        <>
          <div>{facts.join(' · ')}</div>
          {fault && <div className={styles.fault}>{fault}</div>}
        </>
      }
      name={<HealthName name={eventType} state={texts[STATE_NAMES[state]]} tone={TONES[state]} />}
    />
  );
}
