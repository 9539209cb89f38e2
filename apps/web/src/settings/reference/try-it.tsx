import { Button, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { useSession } from '../../api/session.ts';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { addressOfTry, exampleOf, type OpenApiParameter, type Operation, typeText } from './openapi.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: '12px',
    alignSelf: 'stretch',
  },
  body: {
    alignSelf: 'stretch',
    '& textarea': { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '13px' },
  },
  answer: {
    margin: 0,
    padding: '12px',
    maxHeight: '400px',
    overflow: 'auto',
    borderRadius: '6px',
    fontFamily: 'ui-monospace, Consolas, monospace',
    fontSize: '12px',
    backgroundColor: colours.soft,
    alignSelf: 'stretch',
  },
});

/** Sends one call as the signed-in person and shows what comes back. */
export function TryIt({ operation }: { readonly operation: Operation }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const errorText = useErrorText();
  const { csrfToken } = useSession();
  const [values, setValues] = useState(() => firstValues(operation.parameters));
  const [body, setBody] = useState(() =>
    operation.body ? JSON.stringify(exampleOf(operation.body), null, 2) : '',
  );
  const attempt = useMutation({
    mutationFn: async () => {
      const response = await fetch(addressOfTry(operation, values), {
        method: operation.method,
        headers: {
          accept: 'application/json',
          ...(operation.body && { 'content-type': 'application/json' }),
          ...(csrfToken !== null && operation.method !== 'GET' && { 'x-csrf-token': csrfToken }),
        },
        ...(operation.body && { body }),
      });
      return `${response.status} ${response.statusText}\n\n${prettyJson(await response.text())}`;
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        {operation.parameters.map((parameter) => (
          <Field
            hint={typeText(parameter.schema)}
            key={parameter.name}
            label={parameter.name}
            required={parameter.required}
          >
            <Input
              onChange={(_, { value }) => setValues({ ...values, [parameter.name]: value })}
              value={values[parameter.name] ?? ''}
            />
          </Field>
        ))}
      </div>
      {operation.body && (
        <Field className={styles.body} label={texts.body}>
          <Textarea onChange={(_, { value }) => setBody(value)} resize="vertical" rows={6} value={body} />
        </Field>
      )}
      <Button appearance="primary" disabled={attempt.isPending} size="small" type="submit">
        {texts.tryIt}
      </Button>
      {(attempt.data !== undefined || attempt.error) && (
        <pre aria-label={texts.answer} className={styles.answer} role="region" tabIndex={0}>
          {attempt.error ? errorText(attempt.error) : attempt.data}
        </pre>
      )}
    </form>
  );
}

function firstValues(parameters: readonly OpenApiParameter[]): Record<string, string> {
  const version = parameters.find((parameter) => parameter.name === 'api-version')?.schema.default;
  return typeof version === 'string' ? { 'api-version': version } : {};
}

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
