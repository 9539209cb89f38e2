import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import type { FormEvent } from 'react';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { useFormStyles } from '../use-form-styles.ts';
import { EventChoice } from './event-choice.tsx';
import { isComplete, isWrongReceiver, type WebhookDraft } from './webhook-draft.ts';

interface WebhookFormProps {
  readonly draft: WebhookDraft;
  readonly act: string;
  readonly isSaving: boolean;
  /** Why the server refused it. */
  readonly error: Error | null;
  readonly onChange: (draft: WebhookDraft) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** What one says of a webhook: where it goes, what it is for, what it is told. */
export function WebhookForm(props: WebhookFormProps) {
  const { draft, act, isSaving, error, onChange, onSave, onCancel } = props;
  const styles = useFormStyles();
  const texts = useTexts(webhooksTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const isReady = isComplete(draft) && !isSaving;
  const change = (part: Partial<WebhookDraft>) => onChange({ ...draft, ...part });
  const isUrlWrong = isWrongReceiver(draft.url);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onSave();
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field
        hint={texts.urlHint}
        label={texts.url}
        {...fault(isUrlWrong ? texts.urlFault : error && errorText(error))}
      >
        <Input
          data-first-focus=""
          maxLength={1000}
          onChange={(_, { value }) => change({ url: value })}
          placeholder="https://hooks.example.com/stint"
          type="url"
          value={draft.url}
        />
      </Field>
      <Field hint={texts.descriptionHint} label={texts.description}>
        <Input
          maxLength={400}
          onChange={(_, { value }) => change({ description: value })}
          value={draft.description}
        />
      </Field>
      <Field
        label={texts.events}
        {...fault(!draft.tellsAll && draft.events.length === 0 ? texts.chooseOne : null)}
      >
        <RadioGroup
          onChange={(_, { value }) => change({ tellsAll: value === 'all' })}
          value={draft.tellsAll ? 'all' : 'some'}
        >
          <Radio label={texts.tellAll} value="all" />
          <Radio label={texts.tellSome} value="some" />
        </RadioGroup>
      </Field>
      {!draft.tellsAll && <EventChoice events={draft.events} onChange={(events) => change({ events })} />}
      <div className={styles.actions}>
        <Button onClick={onCancel}>{common.cancel}</Button>
        <Button appearance="primary" disabled={!isReady} type="submit">
          {act}
        </Button>
      </div>
    </form>
  );
}
