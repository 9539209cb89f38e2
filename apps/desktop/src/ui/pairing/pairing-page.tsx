import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import type { ReactNode } from 'react';
import type { PairingState } from '../../core/pairing/pairing.ts';
import { useBridge } from '../bridge-context.ts';
import { desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';
import { AddressForm } from './address-form.tsx';
import { failureText } from './failure-text.ts';

const useStyles = makeStyles({
  page: {
    padding: '32px',
    maxWidth: '520px',
    margin: '0 auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
  },
  title: { fontSize: '22px', lineHeight: '28px', fontWeight: 600 },
  hint: { color: colours.dim },
  pin: { fontSize: '44px', lineHeight: '56px', fontWeight: 700, letterSpacing: '.15em' },
  fault: { color: colours.fault },
  acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

interface PairingPageProps {
  readonly pairing: PairingState;
  /** Whether there is something to go back to. */
  readonly canCancel: boolean;
  readonly onClose: () => void;
}

/** Leads through pairing: the server, the PIN to type on the Apps page, and what can go wrong, each with a way on. */
export function PairingPage({ pairing, canCancel, onClose }: PairingPageProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const { act } = useActing();
  const isCancellable = canCancel || !['none', 'addressFault', 'checking'].includes(pairing.kind);
  const cancel = () => {
    void act({ kind: 'cancelPairing' });
    onClose();
  };
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{texts.pairTitle}</h1>
      <Step pairing={pairing}>
        {isCancellable && (
          <Button appearance="subtle" onClick={cancel}>
            {texts.cancel}
          </Button>
        )}
      </Step>
    </main>
  );
}

interface StepProps {
  readonly pairing: PairingState;
  /** A further button. */
  readonly children: ReactNode;
}

function Step({ pairing, children }: StepProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const { act } = useActing();
  switch (pairing.kind) {
    case 'pin':
      return (
        <PinStep pin={pairing.pin} server={pairing.address.baseUrl}>
          {children}
        </PinStep>
      );
    case 'linkAsked':
      return (
        <>
          <p>{texts.linkAsked({ server: pairing.address.baseUrl })}</p>
          <div className={styles.acts}>
            <Button appearance="primary" onClick={() => void act({ kind: 'agreeToLink' })}>
              {texts.pair}
            </Button>
            {children}
          </div>
        </>
      );
    case 'finishing':
      return (
        <>
          <p role="status">{texts.finishing}</p>
          <div className={styles.acts}>{children}</div>
        </>
      );
    case 'unsafeAsked':
      return (
        <>
          <p>{texts.unsafeAsked}</p>
          <div className={styles.acts}>
            <Button appearance="primary" onClick={() => void act({ kind: 'storeTokens', place: 'memory' })}>
              {texts.untilQuit}
            </Button>
            <Button onClick={() => void act({ kind: 'storeTokens', place: 'plain' })}>
              {texts.keepUnsafe}
            </Button>
            {children}
          </div>
        </>
      );
    case 'failed':
      return (
        <>
          <p className={styles.fault} role="alert">
            {failureText(pairing.problem, texts)}
          </p>
          <div className={styles.acts}>
            <Button appearance="primary" autoFocus onClick={() => void act({ kind: 'newPin' })}>
              {texts.newPin}
            </Button>
            {children}
          </div>
        </>
      );
    default:
      return <AddressForm pairing={pairing}>{children}</AddressForm>;
  }
}

interface PinStepProps {
  readonly pin: string;
  readonly server: string;
  readonly children: ReactNode;
}

function PinStep({ pin, server, children }: PinStepProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const bridge = useBridge();
  return (
    <>
      <p>{texts.typePin({ server })}</p>
      <p aria-label={texts.pinIs({ pin: pin.split('').join(' ') })} className={styles.pin} data-testid="pin">
        {pin}
      </p>
      <p className={styles.hint}>{texts.pinLasts}</p>
      <div className={styles.acts}>
        <Button appearance="primary" onClick={() => void bridge.window({ kind: 'open', what: 'apps' })}>
          {texts.openApps}
        </Button>
        {children}
      </div>
    </>
  );
}
