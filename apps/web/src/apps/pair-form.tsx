import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../api/message.ts';
import { fault } from '../components/fault.ts';
import { appsTexts } from '../texts/apps/texts.ts';
import { isWholePin, pinDigits } from './pin.ts';
import { usePairing } from './use-apps.ts';

const useStyles = makeStyles({
  form: { display: 'flex', alignItems: 'flex-start', gap: '12px', flexWrap: 'wrap' },
  pin: {
    width: '140px',
    '& input': {
      fontSize: '18px',
      letterSpacing: '.2em',
      fontWeight: 600,
      '::placeholder': { fontWeight: 400 },
    },
  },
  name: { width: '220px' },
  button: { marginTop: '26px' },
});

/** Takes the PIN that an app shows. */
export function PairForm() {
  const styles = useStyles();
  const texts = useTexts(appsTexts);
  const errorText = useErrorText();
  const [pin, setPin] = useState('');
  const [name, setName] = useState('');
  const pairing = usePairing();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWholePin(pin) || pairing.isPending) return;
    const body = name.trim() === '' ? { pin } : { pin, name: name.trim() };
    pairing.mutate(body, {
      onSuccess: () => {
        setPin('');
        setName('');
      },
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={texts.pin} {...fault(pairing.error && errorText(pairing.error))}>
        <Input
          autoComplete="one-time-code"
          className={styles.pin}
          inputMode="numeric"
          onChange={(_, { value }) => {
            pairing.reset();
            setPin(pinDigits(value));
          }}
          placeholder="123456"
          value={pin}
        />
      </Field>
      <Field hint={texts.nameHint} label={texts.name}>
        <Input
          className={styles.name}
          maxLength={100}
          onChange={(_, { value }) => setName(value)}
          value={name}
        />
      </Field>
      <Button
        appearance="primary"
        className={styles.button}
        disabled={!isWholePin(pin) || pairing.isPending}
        type="submit"
      >
        {texts.pair}
      </Button>
    </form>
  );
}
