import { Button } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useClient } from '../api/client.ts';
import { messageOf } from '../api/message.ts';
import { SESSION_KEY, type Session } from '../api/session.ts';
import { PasswordForm } from './password-form.tsx';
import { useCardStyles } from './use-card-styles.ts';

interface LinkSignInProps {
  readonly secret: string;
  readonly onSignedIn: (session: Session) => void;
}

/** Uses a one-time link up, and then asks for a password, which may wait. */
export function LinkSignIn({ secret, onSignedIn }: LinkSignInProps) {
  const styles = useCardStyles();
  const client = useClient();
  const queryClient = useQueryClient();
  const { data: session, error } = useQuery({
    queryKey: ['sign-in-link', secret],
    queryFn: () => client.call(calls.signInWithLink, { body: { secret } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  useEffect(() => {
    if (!session) return;
    queryClient.setQueryData(SESSION_KEY, session);
    if (!session.needsPassword) onSignedIn(session);
  }, [session, queryClient, onSignedIn]);
  if (error) {
    return (
      <>
        <h1 className={styles.title}>This link does not work</h1>
        <p className={styles.refusal} role="alert">
          {messageOf(error)}
        </p>
        <Button onClick={() => window.location.assign('/sign-in')}>Sign in another way</Button>
      </>
    );
  }
  if (!session) return <p className={styles.text}>Signing in…</p>;
  const enter = () => onSignedIn({ ...session, needsPassword: false });
  return (
    <>
      <h1 className={styles.title}>Welcome, {session.user.name}</h1>
      <p className={styles.text}>Set a password, so that you can sign in again without a link.</p>
      <PasswordForm asksCurrent={false} onDone={enter} userName={session.user.uniqueName}>
        <Button onClick={() => onSignedIn(session)}>Skip for now</Button>
      </PasswordForm>
    </>
  );
}
