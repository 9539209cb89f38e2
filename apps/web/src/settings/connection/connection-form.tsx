import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { DateField } from '../../components/date-field.tsx';
import { useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { connectionTexts } from '../../texts/connection/texts.ts';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { isAddress, seemsWrong } from './address.ts';
import { TestOutcome } from './test-outcome.tsx';
import { useConnect, useTestConnection } from './use-connection.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    maxWidth: '480px',
  },
  field: { alignSelf: 'stretch' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Connects with an address and a personal access token, or only tries them. */
export function ConnectionForm(props: { readonly url: string }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const more = useTexts(connectionTexts);
  const errorText = useErrorText();
  const [typed, setTyped] = useState({ url: props.url, pat: '', expires: '' });
  const connect = useConnect();
  const test = useTestConnection();
  const wish = { ...typed, url: typed.url.trim(), pat: typed.pat.trim() };
  const isReady = isAddress(wish.url) && wish.pat !== '' && !connect.isPending && !test.isPending;
  const type = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change });
    connect.reset();
    test.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    test.reset();
    connect.mutate(wish, { onSuccess: () => setTyped({ ...wish, pat: '', expires: '' }) });
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field
        className={styles.field}
        label={texts.organizationAddress}
        {...fault(seemsWrong(typed.url) ? more.addressFault : null)}
      >
        <Input
          onChange={(_, { value }) => type({ url: value })}
          placeholder="https://dev.azure.com/contoso"
          type="url"
          value={typed.url}
        />
      </Field>
      <Field
        className={styles.field}
        hint={more.patHint}
        label={texts.personalAccessToken}
        {...fault(connect.error && errorText(connect.error))}
      >
        <Input
          autoComplete="off"
          onChange={(_, { value }) => type({ pat: value })}
          type="password"
          value={typed.pat}
        />
      </Field>
      <Field hint={more.expiresHelp} label={more.expires}>
        <DateField onChange={(_, { value }) => type({ expires: value })} value={typed.expires} />
      </Field>
      <div className={styles.acts}>
        <Button appearance="primary" disabled={!isReady} type="submit">
          {connect.isPending ? texts.trying : texts.connect}
        </Button>
        <Button disabled={!isReady} onClick={() => test.mutate(wish)}>
          {test.isPending ? more.testing : more.testOnly}
        </Button>
      </div>
      <TestOutcome outcome={test.data ?? null} refusal={test.error && errorText(test.error)} />
    </form>
  );
}
