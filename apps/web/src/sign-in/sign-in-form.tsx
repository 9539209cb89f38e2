import { Button, Field, Input } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import type { Session } from '../api/session.ts';
import { signInTexts } from '../texts/sign-in/texts.ts';
import { useCardStyles } from './use-card-styles.ts';

/** E-mail and password, and a button for OpenID Connect where the organization has it. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const styles = useCardStyles();
  const texts = useTexts(signInTexts);
  const errorText = useErrorText();
  const client = useClient();
  const methods = useQuery({
    queryKey: ['sign-in-methods'],
    queryFn: ({ signal }) => client.call(calls.getSignInMethods, { signal }),
    staleTime: 60_000,
  });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => client.call(calls.signIn, { body: { email: email.trim(), password } }),
    meta: { signsIn: true },
    onSuccess: onSignedIn,
    onError: () => setPassword(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  const openId = methods.data?.openIdConnect ?? null;
  const isLocal = methods.data?.local !== false;
  return (
    <>
      <h1 className={styles.title}>
        {methods.data ? texts.signInTo({ organization: methods.data.organization }) : texts.title}
      </h1>
      {openId && (
        <Button appearance={isLocal ? 'outline' : 'primary'} as="a" href={openId.url}>
          {texts.continueWith({ name: openId.name })}
        </Button>
      )}
      {openId && isLocal && (
        <div aria-hidden className={styles.or}>
          <hr className={styles.rule} />
          {texts.or}
          <hr className={styles.rule} />
        </div>
      )}
      {signIn.error && (
        <p className={styles.refusal} role="alert">
          {errorText(signIn.error)}
        </p>
      )}
      {isLocal && (
        <form className={styles.form} onSubmit={submit}>
          <Field label={texts.email}>
            <Input
              autoComplete="username"
              autoFocus
              onChange={(_, { value }) => setEmail(value)}
              required
              type="email"
              value={email}
            />
          </Field>
          <Field label={texts.password}>
            <Input
              autoComplete="current-password"
              onChange={(_, { value }) => setPassword(value)}
              required
              type="password"
              value={password}
            />
          </Field>
          <Button appearance="primary" disabled={signIn.isPending} type="submit">
            {texts.signIn}
          </Button>
        </form>
      )}
    </>
  );
}
