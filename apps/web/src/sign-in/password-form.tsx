import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useClient } from '../api/client.ts';
import { messageOf } from '../api/message.ts';
import { fault } from '../components/fault.ts';

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
        <Field label="Current password">
          <Input
            autoComplete="current-password"
            onChange={(_, { value }) => setCurrent(value)}
            type="password"
            value={current}
          />
        </Field>
      )}
      <Field
        hint={`At least ${LEAST_LENGTH} characters`}
        label="New password"
        {...fault(set.error && messageOf(set.error))}
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
          Set password
        </Button>
        {children}
      </div>
    </form>
  );
}
