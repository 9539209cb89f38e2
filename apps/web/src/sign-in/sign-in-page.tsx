import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { SESSION_KEY, type Session } from '../api/session.ts';
import { Logo } from '../shell/logo.tsx';
import { signInTexts } from '../texts/sign-in/texts.ts';
import { LinkSignIn } from './link-sign-in.tsx';
import { linkSecretOf, safeBack } from './link-secret.ts';
import { SignInForm } from './sign-in-form.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    placeItems: 'center',
    minHeight: '100vh',
    padding: '20px',
    boxSizing: 'border-box',
    backgroundColor: colours.background,
    color: colours.ink,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    width: '100%',
    maxWidth: '360px',
    padding: '24px',
    boxSizing: 'border-box',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
  },
});

const route = getRouteApi('/sign-in');

/** Sign-in with password, OpenID Connect or a one-time link; afterwards one is where one wanted to be. */
export function SignInPage() {
  const styles = useStyles();
  const texts = useTexts(signInTexts);
  const queryClient = useQueryClient();
  const router = useRouter();
  const { back } = route.useSearch();
  const [secret] = useState(() => linkSecretOf(window.location.hash));
  useEffect(() => {
    document.title = `${texts.title} · Stint`;
  }, [texts]);
  const enter = useCallback(
    (session: Session) => {
      queryClient.setQueryData(SESSION_KEY, session);
      router.history.push(safeBack(back));
    },
    [queryClient, router, back],
  );
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Logo />
        {secret === null ? (
          <SignInForm onSignedIn={enter} />
        ) : (
          <LinkSignIn onSignedIn={enter} secret={secret} />
        )}
      </div>
    </main>
  );
}
