import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useErrorText } from '../api/message.ts';
import { appsTexts } from '../texts/apps/texts.ts';
import type { usePairingLink } from './use-apps.ts';

const useStyles = makeStyles({
  box: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap', marginTop: '16px' },
  hint: { color: colours.dim },
  fault: { color: colours.fault },
});

/** Opens the desktop app of this computer by a link that pairs it; it asks before it does. */
export function PairDesktop({ pairing }: { readonly pairing: ReturnType<typeof usePairingLink> }) {
  const styles = useStyles();
  const texts = useTexts(appsTexts);
  const errorText = useErrorText();
  return (
    <div className={styles.box}>
      <Button disabled={pairing.isPending} onClick={() => pairing.mutate()}>
        {texts.pairDesktop}
      </Button>
      {pairing.isError ? (
        <span className={styles.fault} role="alert">
          {errorText(pairing.error)}
        </span>
      ) : (
        <span className={styles.hint} role="status">
          {pairing.isSuccess ? texts.desktopOpened : texts.pairDesktopHint}
        </span>
      )}
    </div>
  );
}
