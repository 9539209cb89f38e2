import { Button } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { useSession } from '../api/session.ts';
import { LoadFault } from '../components/load-fault.tsx';
import { Panel } from '../components/panel.tsx';
import { Row, RowList } from '../components/row-list.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { browserName } from './browser-name.ts';

const SESSIONS_KEY = ['sessions'] as const;

/** Settings > Account: one's password and open sessions. */
export function AccountSettings() {
  const session = useSession();
  const texts = useTexts(settingsTexts);
  const toast = useToast();
  return (
    <>
      <Panel
        hint={texts.signedInAs({ name: session.user.email ?? session.user.uniqueName })}
        title={texts.password}
      >
        <PasswordForm
          userName={session.user.uniqueName}
          asksCurrent={!session.needsPassword}
          onDone={() => toast({ text: texts.passwordChanged })}
        />
      </Panel>
      <Sessions />
    </>
  );
}

function Sessions() {
  const texts = useTexts(settingsTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const sessions = useQuery({
    queryKey: SESSIONS_KEY,
    queryFn: ({ signal }) => client.call(calls.listSessions, { signal }),
  });
  const end = useMutation({
    mutationFn: (id: string) => client.call(calls.endSession, { params: { id } }),
    onSuccess: () => toast({ text: texts.sessionEnded }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: SESSIONS_KEY }),
  });
  return (
    <Panel hint={texts.sessionsHint} title={texts.sessions}>
      {sessions.isPending && <SkeletonRows label={texts.loadingSessions} rows={2} />}
      {sessions.isError && (
        <LoadFault error={sessions.error} onRetry={() => void sessions.refetch()} what={texts.yourSessions} />
      )}
      <RowList label={texts.sessions}>
        {sessions.data?.map((each) => (
          <Row
            action={
              !each.current && (
                <Button onClick={() => end.mutate(each.id)} size="small">
                  {texts.end}
                </Button>
              )
            }
            detail={texts.sessionSince({
              since: formats.dateTime(each.created),
              seen: formats.dateTime(each.lastSeen),
            })}
            key={each.id}
            name={
              each.current
                ? texts.thisOne({ name: browserName(each.userAgent, texts) })
                : browserName(each.userAgent, texts)
            }
          />
        ))}
      </RowList>
    </Panel>
  );
}
