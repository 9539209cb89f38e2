import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { messageOf } from '../api/message.ts';
import { CopyField } from '../components/copy-field.tsx';
import { fault } from '../components/fault.ts';
import { useAddToken } from './use-tokens.ts';

const useStyles = makeStyles({
  form: { display: 'flex', alignItems: 'flex-start', gap: '12px', flexWrap: 'wrap', paddingBottom: '12px' },
  name: { width: '280px' },
  button: { marginTop: '26px' },
  made: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    marginBottom: '12px',
    borderRadius: '6px',
    backgroundColor: colours.runSoft,
  },
});

/** Makes a token and shows its value this one time. */
export function AddTokenForm() {
  const styles = useStyles();
  const [name, setName] = useState('');
  const add = useAddToken();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !add.isPending) add.mutate(name.trim(), { onSuccess: () => setName('') });
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <Field label="Token name" {...fault(add.error && messageOf(add.error))}>
          <Input
            className={styles.name}
            maxLength={100}
            onChange={(_, { value }) => setName(value)}
            placeholder="Power BI, nightly export …"
            value={name}
          />
        </Field>
        <Button
          appearance="primary"
          className={styles.button}
          disabled={name.trim() === '' || add.isPending}
          type="submit"
        >
          Create token
        </Button>
      </form>
      {add.data && (
        <div className={styles.made} role="status">
          <span>
            This is the token <b>{add.data.name}</b>. Copy it now; it is not shown again.
          </span>
          <CopyField name="Token" text={add.data.token} />
        </div>
      )}
    </>
  );
}
