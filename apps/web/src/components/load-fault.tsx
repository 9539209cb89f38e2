import { Button } from '@fluentui/react-components';
import { messageOf } from '../api/message.ts';
import { StateMessage } from './state-message.tsx';

/** Something could not be loaded: why, and a way to try again. */
export function LoadFault(props: {
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  return (
    <StateMessage
      action={<Button onClick={props.onRetry}>Try again</Button>}
      role="alert"
      text={messageOf(props.error)}
      title={`${props.what} could not be loaded`}
    />
  );
}
