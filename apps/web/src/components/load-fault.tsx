import { Button } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { useErrorText } from '../api/message.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { StateMessage } from './state-message.tsx';

/** Something could not be loaded: why, and a way to try again. */
export function LoadFault(props: {
  /** Names what is missing, as it stands within a sentence. */
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  const texts = useTexts(commonTexts);
  const errorText = useErrorText();
  return (
    <StateMessage
      action={<Button onClick={props.onRetry}>{texts.tryAgain}</Button>}
      role="alert"
      text={errorText(props.error)}
      title={texts.couldNotBeLoaded({ what: props.what })}
    />
  );
}
