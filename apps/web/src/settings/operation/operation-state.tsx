import { Button, Field, makeStyles, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { operationTexts } from '../../texts/operation/texts.ts';
import { type Operation, useOperation, useSetOperation } from './use-operation.ts';

const STATES = ['active', 'readOnly', 'maintenance'] as const satisfies readonly Operation['operation'][];
const MOST_LETTERS = 500;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px' },
  // Marks begin where texts do.
  states: { marginLeft: '-8px' },
  message: { width: '100%', maxWidth: '560px' },
  effect: { color: colours.dim },
});

/** Whether the organization is open, read-only or in maintenance, and what people are told. */
export function OperationState() {
  const texts = useTexts(operationTexts);
  const operation = useOperation();
  return (
    <Panel hint={texts.stateHint} title={texts.stateTitle}>
      <Loaded
        query={operation}
        skeleton={<SkeletonRows label={texts.loadingState} rows={4} />}
        what={texts.theState}
      >
        {(found) => <StateForm before={found} key={JSON.stringify(found)} />}
      </Loaded>
    </Panel>
  );
}

function StateForm({ before }: { readonly before: Operation }) {
  const styles = useStyles();
  const texts = useTexts(operationTexts);
  const errorText = useErrorText();
  const [wish, setWish] = useState(before);
  const set = useSetOperation();
  const isChanged = wish.operation !== before.operation || wish.message !== before.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !set.isPending) set.mutate({ wish, before });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <RadioGroup
        className={styles.states}
        aria-label={texts.stateTitle}
        onChange={(_, { value }) =>
          setWish({ ...wish, operation: STATES.find((state) => state === value) ?? 'active' })
        }
        value={wish.operation}
      >
        {STATES.map((state) => (
          <Radio
            key={state}
            label={
              <>
                <b>{texts[state]}</b>
                <br />
                <span className={styles.effect}>{texts[`${state}Effect`]}</span>
              </>
            }
            value={state}
          />
        ))}
      </RadioGroup>
      {wish.operation !== 'active' && (
        <Field className={styles.message} hint={texts.messageHint} label={texts.message}>
          <Textarea
            maxLength={MOST_LETTERS}
            onChange={(_, { value }) => setWish({ ...wish, message: value })}
            rows={2}
            value={wish.message}
          />
        </Field>
      )}
      <Field {...fault(set.error && errorText(set.error))}>
        <Button appearance="primary" disabled={!isChanged || set.isPending} type="submit">
          {texts.apply}
        </Button>
      </Field>
    </form>
  );
}
