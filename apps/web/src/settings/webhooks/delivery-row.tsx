import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { WebhookDelivery } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { Row } from '../../components/row-list.tsx';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { STATE_NAMES } from './delivery-states.ts';

const useStyles = makeStyles({
  name: { display: 'inline-flex', alignItems: 'center', gap: '8px' },
  pill: {
    padding: '2px 10px',
    borderRadius: '10px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  pending: { backgroundColor: colours.warnSoft, color: colours.warn },
  delivered: { backgroundColor: colours.runSoft, color: colours.run },
  failed: { backgroundColor: colours.faultSoft, color: colours.fault },
  fault: { overflowWrap: 'anywhere' },
});

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
      name={
        <span className={styles.name}>
          {eventType}
          <span className={mergeClasses(styles.pill, styles[state])}>{texts[STATE_NAMES[state]]}</span>
        </span>
      }
    />
  );
}
