import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { colours, richText, useTexts } from '@stint/ui';
import type { FormEvent } from 'react';
import { useErrorText } from '../api/message.ts';
import { CopyField } from '../components/copy-field.tsx';
import { fault } from '../components/fault.ts';
import { isText } from '../drafts/guards.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { settingsTexts } from '../texts/settings/texts.ts';
import { useAddToken } from './use-tokens.ts';

const useStyles = makeStyles({
  form: { display: 'flex', alignItems: 'flex-start', gap: '12px', flexWrap: 'wrap', paddingBottom: '12px' },
  name: { width: '280px', maxWidth: '100%' },
  button: { marginTop: '26px', '@media (max-width: 720px)': { marginTop: 0 } },
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
  const texts = useTexts(settingsTexts);
  const errorText = useErrorText();
  const { value: name, change, discard } = useDraft('add-token', () => '', isText);
  const add = useAddToken();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !add.isPending) add.mutate(name.trim(), { onSuccess: discard });
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <Field label={texts.tokenName} {...fault(add.error && errorText(add.error))}>
          <Input
            className={styles.name}
            maxLength={100}
            onChange={(_, { value }) => change(value)}
            placeholder={texts.tokenNameExample}
            value={name}
          />
        </Field>
        <Button
          appearance="primary"
          className={styles.button}
          disabled={name.trim() === '' || add.isPending}
          type="submit"
        >
          {texts.createToken}
        </Button>
      </form>
      {add.data && (
        <div className={styles.made} role="status">
          <span>{richText(texts.tokenMade, { name: <b>{add.data.name}</b> })}</span>
          <CopyField name={texts.token} text={add.data.token} />
        </div>
      )}
    </>
  );
}
