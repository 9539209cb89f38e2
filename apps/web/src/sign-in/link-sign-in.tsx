import { Button } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { SESSION_KEY, type Session } from '../api/session.ts';
import { signInTexts } from '../texts/sign-in/texts.ts';
import { PasswordForm } from './password-form.tsx';
import { useCardStyles } from './use-card-styles.ts';

interface LinkSignInProps {
  readonly secret: string;
  readonly onSignedIn: (session: Session) => void;
}

/** Uses a one-time link up, and then asks for a password, which may wait. */
export function LinkSignIn({ secret, onSignedIn }: LinkSignInProps) {
  const styles = useCardStyles();
  const texts = useTexts(signInTexts);
  const errorText = useErrorText();
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
        <h1 className={styles.title}>{texts.linkFault}</h1>
        <p className={styles.refusal} role="alert">
          {errorText(error)}
        </p>
        <Button onClick={() => window.location.assign('/sign-in')}>{texts.anotherWay}</Button>
      </>
    );
  }
  if (!session) return <p className={styles.text}>{texts.signingIn}</p>;
  const enter = () => onSignedIn({ ...session, needsPassword: false });
  return (
    <>
      <h1 className={styles.title}>{texts.welcome({ name: session.user.name })}</h1>
      <p className={styles.text}>{texts.setOne}</p>
      <PasswordForm asksCurrent={false} onDone={enter} userName={session.user.uniqueName}>
        <Button onClick={() => onSignedIn(session)}>{texts.skip}</Button>
      </PasswordForm>
    </>
  );
}
