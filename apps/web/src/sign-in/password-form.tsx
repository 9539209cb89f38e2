import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { fault } from '../components/fault.ts';
import { signInTexts } from '../texts/sign-in/texts.ts';

const LEAST_LENGTH = 10;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '12px', maxWidth: '320px' },
  actions: { display: 'flex', gap: '8px' },
});

interface PasswordFormProps {
  /** Whose password it is, for password managers. */
  readonly userName: string;
  /** Whether the password of now has to be given. */
  readonly asksCurrent: boolean;
  readonly onDone: () => void;
  /** What else one can do. */
  readonly children?: ReactNode;
}

/** Sets the signed-in person's password. */
export function PasswordForm({ userName, asksCurrent, onDone, children }: PasswordFormProps) {
  const styles = useStyles();
  const texts = useTexts(signInTexts);
  const errorText = useErrorText();
  const client = useClient();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const set = useMutation({
    mutationFn: () =>
      client.call(calls.setPassword, { body: asksCurrent ? { current, password } : { password } }),
    meta: { signsIn: true },
    onSuccess: () => {
      setCurrent('');
      setPassword('');
      onDone();
    },
  });
  const isReady = password.length >= LEAST_LENGTH && (!asksCurrent || current !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !set.isPending) set.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <input autoComplete="username" hidden readOnly value={userName} />
      {asksCurrent && (
        <Field label={texts.currentPassword}>
          <Input
            autoComplete="current-password"
            onChange={(_, { value }) => setCurrent(value)}
            type="password"
            value={current}
          />
        </Field>
      )}
      <Field
        hint={texts.leastLength({ count: LEAST_LENGTH })}
        label={texts.newPassword}
        {...fault(set.error && errorText(set.error))}
      >
        <Input
          autoComplete="new-password"
          onChange={(_, { value }) => setPassword(value)}
          type="password"
          value={password}
        />
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" disabled={!isReady || set.isPending} type="submit">
          {texts.setPassword}
        </Button>
        {children}
      </div>
    </form>
  );
}
