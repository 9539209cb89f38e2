import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { type AnswerOf, calls } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { mailTexts } from '../../texts/mail/texts.ts';

const MAIL_KEY = ['mail'] as const;

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: '120px minmax(0, 1fr)', gap: '6px 12px', margin: 0 },
  name: { color: colours.dim },
  value: { margin: 0, overflowWrap: 'anywhere' },
  good: { color: colours.run, fontWeight: 600 },
  bad: { color: colours.fault, fontWeight: 600 },
  none: { color: colours.warn, fontWeight: 600 },
  hint: { margin: '8px 0 0', color: colours.dim, maxWidth: '68ch' },
  outcome: { margin: '12px 0 0' },
});

/** The state of the mail server, and a test mail to oneself. */
export function MailServer() {
  const styles = useStyles();
  const texts = useTexts(mailTexts);
  const errorText = useErrorText();
  const client = useClient();
  const queryClient = useQueryClient();
  const { email } = useSession().user;
  const status = useQuery({
    queryKey: MAIL_KEY,
    queryFn: ({ signal }) => client.call(calls.getMailStatus, { signal }),
  });
  const test = useMutation({
    mutationFn: () => client.call(calls.testMail),
    onSettled: () => queryClient.invalidateQueries({ queryKey: MAIL_KEY }),
  });
  const reason = test.error ? errorText(test.error) : test.data?.fault;
  return (
    <Panel
      action={
        status.data?.isConfigured && (
          <Button disabled={test.isPending} onClick={() => test.mutate()} size="small">
            {test.isPending ? texts.sending : texts.sendTest}
          </Button>
        )
      }
      title={texts.serverTitle}
    >
      <Loaded query={status} skeleton={<SkeletonRows label={texts.loading} rows={3} />} what={texts.theState}>
        {(found) => <MailState status={found} />}
      </Loaded>
      {reason != null && (
        <p className={mergeClasses(styles.outcome, styles.bad)} role="alert">
          {texts.notSent({ reason })}
        </p>
      )}
      {test.data?.sent && (
        <p className={mergeClasses(styles.outcome, styles.good)} role="status">
          {texts.sent({ email: email ?? '' })}
        </p>
      )}
    </Panel>
  );
}

function MailState({ status }: { readonly status: AnswerOf<typeof calls.getMailStatus> }) {
  const styles = useStyles();
  const texts = useTexts(mailTexts);
  const formats = useFormats();
  const { isConfigured, from, pending, failed, lastFault } = status;
  return (
    <>
      <dl className={styles.list}>
        <dt className={styles.name}>{texts.state}</dt>
        <dd className={mergeClasses(styles.value, isConfigured ? styles.good : styles.none)}>
          {isConfigured ? texts.isSet : texts.notSet}
        </dd>
        {from !== null && (
          <>
            <dt className={styles.name}>{texts.sender}</dt>
            <dd className={styles.value}>{from}</dd>
          </>
        )}
        <dt className={styles.name}>{texts.waiting}</dt>
        <dd className={styles.value}>{formats.number(pending)}</dd>
        <dt className={styles.name}>{texts.givenUp}</dt>
        <dd className={mergeClasses(styles.value, failed > 0 && styles.bad)}>{formats.number(failed)}</dd>
        {lastFault !== null && (
          <>
            <dt className={styles.name}>{texts.lastFault}</dt>
            <dd className={styles.value}>{lastFault}</dd>
          </>
        )}
      </dl>
      <p className={styles.hint}>{isConfigured ? texts.counted : texts.notSetHint}</p>
    </>
  );
}
