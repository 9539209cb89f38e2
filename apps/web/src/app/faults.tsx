import { Button } from '@fluentui/react-components';
import { Link, useRouter } from '@tanstack/react-router';
import { messageOf } from '../api/message.ts';
import { StateMessage } from '../components/state-message.tsx';

/** A fault that no part of the page dealt with. */
export function PageFault({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return (
    <StateMessage
      action={
        <Button appearance="primary" onClick={() => void router.invalidate()}>
          Try again
        </Button>
      }
      text={messageOf(error)}
      title="This page could not be shown"
    />
  );
}

/** An address that no page has. */
export function NotFound() {
  return (
    <StateMessage
      action={<Link to="/">Go to Day</Link>}
      text="There is no page at this address."
      title="Not found"
    />
  );
}
