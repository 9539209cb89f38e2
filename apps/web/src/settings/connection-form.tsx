import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { fault } from '../components/fault.ts';
import { settingsTexts } from '../texts/settings/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { CONNECTION_KEY } from './connection-key.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    maxWidth: '480px',
  },
  field: { alignSelf: 'stretch' },
});

/** Connects with an address and a personal access token. */
export function ConnectionForm(props: { readonly url: string }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const errorText = useErrorText();
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [url, setUrl] = useState(props.url);
  const [pat, setPat] = useState('');
  const connect = useMutation({
    mutationFn: () => client.call(calls.setConnection, { body: { url: url.trim(), pat } }),
    onSuccess: (connection) => {
      setPat('');
      toast({ text: texts.connected });
      queryClient.setQueryData(CONNECTION_KEY, connection);
    },
  });
  const isReady = /^https?:\/\/./.test(url.trim()) && pat !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !connect.isPending) connect.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field className={styles.field} label={texts.organizationAddress}>
        <Input
          onChange={(_, { value }) => setUrl(value)}
          placeholder="https://dev.azure.com/contoso"
          type="url"
          value={url}
        />
      </Field>
      <Field
        className={styles.field}
        label={texts.personalAccessToken}
        {...fault(connect.error && errorText(connect.error))}
      >
        <Input autoComplete="off" onChange={(_, { value }) => setPat(value)} type="password" value={pat} />
      </Field>
      <Button appearance="primary" disabled={!isReady || connect.isPending} type="submit">
        {connect.isPending ? texts.trying : texts.connect}
      </Button>
    </form>
  );
}
