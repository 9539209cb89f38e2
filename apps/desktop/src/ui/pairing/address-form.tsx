import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PairingState } from '../../core/pairing/pairing.ts';
import { desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';
import { addressFaultText } from './failure-text.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

/** Asks for the server, or for an Azure DevOps Server and its collection. */
export function AddressForm({
  pairing,
  children,
}: {
  readonly pairing: PairingState;
  /** A further button. */
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const { act } = useActing();
  const [isOnPremises, setOnPremises] = useState(false);
  const [address, setAddress] = useState('');
  const [collection, setCollection] = useState('');
  const [token, setToken] = useState('');
  const isChecking = pairing.kind === 'checking';
  const fault = pairing.kind === 'addressFault' ? addressFaultText(pairing.problem, texts) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isOnPremises) void act({ kind: 'pairCollection', url: address, collection, token });
    else void act({ kind: 'pairServer', address });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{isOnPremises ? texts.pairHintOnPremises : texts.pairHint}</p>
      <Field
        label={isOnPremises ? texts.azureDevOpsAddress : texts.serverAddress}
        validationMessage={fault}
        validationState={fault === null ? 'none' : 'error'}
      >
        <Input
          autoFocus
          onChange={(_, { value }) => setAddress(value)}
          placeholder={isOnPremises ? 'https://tfs.example.com/tfs' : 'time.example.com'}
          spellCheck={false}
          value={address}
        />
      </Field>
      {isOnPremises && (
        <>
          <Field label={texts.collection}>
            <Input onChange={(_, { value }) => setCollection(value)} spellCheck={false} value={collection} />
          </Field>
          <Field hint={texts.accessTokenHint} label={texts.accessToken}>
            <Input onChange={(_, { value }) => setToken(value)} type="password" value={token} />
          </Field>
        </>
      )}
      <div className={styles.acts}>
        <Button
          appearance="primary"
          disabled={isChecking || address.trim() === '' || (isOnPremises && collection.trim() === '')}
          type="submit"
        >
          {isChecking ? texts.checking : texts.next}
        </Button>
        <Button appearance="subtle" onClick={() => setOnPremises(!isOnPremises)}>
          {isOnPremises ? texts.useServerAddress : texts.useOnPremises}
        </Button>
        {children}
      </div>
    </form>
  );
}
