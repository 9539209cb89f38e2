import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { isText } from '../../drafts/guards.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { freeColour } from '../activity-types/order.ts';
import { isAddress, nameFor } from './calendar-state.ts';
import { useAddCalendar } from './use-calendars.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '12px' },
  address: { flexGrow: 2, minWidth: 'min(320px, 100%)' },
  name: { flexGrow: 1, minWidth: '180px', maxWidth: '280px' },
  button: { marginTop: '26px', '@media (max-width: 720px)': { marginTop: 0, alignSelf: 'flex-end' } },
});

/** Adds a calendar by its address. The name outlives a reload; the address is a secret, and stays out of the browser’s storage. */
export function AddCalendar({ colours }: { readonly colours: readonly string[] }) {
  const styles = useStyles();
  const texts = useTexts(calendarsTexts);
  const errorText = useErrorText();
  const [url, setUrl] = useState('');
  const name = useDraft('add-calendar-name', () => '', isText);
  const add = useAddCalendar();
  const isGood = isAddress(url);
  const complaint = url !== '' && !isGood ? texts.noAddress : add.error && errorText(add.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isGood || add.isPending) return;
    const calendar = { name: nameFor(name.value, url), url: url.trim(), color: freeColour(colours) };
    add.mutate(calendar, {
      onSuccess: () => {
        setUrl('');
        name.discard();
      },
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field className={styles.address} label={texts.address} {...fault(complaint)}>
        <Input
          autoComplete="off"
          maxLength={2000}
          onChange={(_, { value }) => {
            add.reset();
            setUrl(value);
          }}
          placeholder="https://…/basic.ics"
          value={url}
        />
      </Field>
      <Field className={styles.name} label={texts.name}>
        <Input
          maxLength={100}
          onChange={(_, { value }) => name.change(value)}
          placeholder={nameFor('', url)}
          value={name.value}
        />
      </Field>
      <Button
        appearance="primary"
        className={styles.button}
        disabled={!isGood || add.isPending}
        type="submit"
      >
        {texts.addAct}
      </Button>
    </form>
  );
}
