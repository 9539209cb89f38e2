import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Link, useRouter } from '@tanstack/react-router';
import { useErrorText } from '../api/message.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { StateMessage } from '../components/state-message.tsx';

const useStyles = makeStyles({
  whole: {
    display: 'grid',
    placeContent: 'center',
    minHeight: '100dvh',
    backgroundColor: colours.background,
  },
});

/** A fault that no part of the page dealt with. */
export function PageFault({ error }: { readonly error: unknown }) {
  const router = useRouter();
  const texts = useTexts(commonTexts);
  const errorText = useErrorText();
  return (
    <StateMessage
      action={
        <Button appearance="primary" onClick={() => void router.invalidate()}>
          {texts.tryAgain}
        </Button>
      }
      text={errorText(error)}
      title={texts.pageFault}
    />
  );
}

/** An address that no page has. */
export function NotFound() {
  const styles = useStyles();
  const texts = useTexts(commonTexts);
  return (
    <main className={styles.whole}>
      <StateMessage
        action={<Link to="/">{texts.goToDay}</Link>}
        text={texts.noPageHere}
        title={texts.notFound}
      />
    </main>
  );
}
