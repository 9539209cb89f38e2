import { Button } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { Link, useRouter } from '@tanstack/react-router';
import { useErrorText } from '../api/message.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { StateMessage } from '../components/state-message.tsx';

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
  const texts = useTexts(commonTexts);
  return (
    <StateMessage
      action={<Link to="/">{texts.goToDay}</Link>}
      text={texts.noPageHere}
      title={texts.notFound}
    />
  );
}
