import { Button } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { CopyField } from '../../components/copy-field.tsx';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { peopleTexts } from '../../texts/people/texts.ts';
import { useFormStyles } from '../use-form-styles.ts';
import type { Person } from './people.ts';

/** Makes a link with which a person signs in once and sets a password. */
export function SignInLink({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const styles = useFormStyles();
  const texts = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const formats = useFormats();
  const client = useClient();
  const make = useMutation({
    mutationFn: () => client.call(calls.addSignInLink, { params: { id: person.id } }),
  });
  return (
    <Modal onClose={onClose} title={texts.linkTitle({ name: person.name })}>
      <div className={styles.form}>
        <p className={styles.text}>{texts.linkHint}</p>
        {make.data && (
          <div role="status">
            <CopyField name={texts.link} text={make.data.url} />
            <p className={styles.text}>{texts.linkExpires({ when: formats.dateTime(make.data.expires) })}</p>
          </div>
        )}
        {make.error && (
          <p className={styles.refusal} role="alert">
            {errorText(make.error)}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>{make.data ? common.close : common.cancel}</Button>
          {!make.data && (
            <Button
              appearance="primary"
              data-first-focus=""
              disabled={make.isPending}
              onClick={() => make.mutate()}
            >
              {texts.makeLink}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
