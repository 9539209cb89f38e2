import { Button } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { messageOf } from '../api/message.ts';
import { useSession } from '../api/session.ts';
import { LoadFault } from '../components/load-fault.tsx';
import { Panel } from '../components/panel.tsx';
import { Row, RowList } from '../components/row-list.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { dateTimeText } from '../components/when.ts';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { useToast } from '../toasts/toast-provider.tsx';
import { browserName } from './browser-name.ts';

const SESSIONS_KEY = ['sessions'] as const;

/** Settings > Account: one's password and open sessions. */
export function AccountSettings() {
  const session = useSession();
  const toast = useToast();
  return (
    <>
      <Panel hint={`Signed in as ${session.user.email ?? session.user.uniqueName}.`} title="Password">
        <PasswordForm
          userName={session.user.uniqueName}
          asksCurrent={!session.needsPassword}
          onDone={() => toast({ text: 'The password is changed' })}
        />
      </Panel>
      <Sessions />
    </>
  );
}

function Sessions() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const sessions = useQuery({
    queryKey: SESSIONS_KEY,
    queryFn: ({ signal }) => client.call(calls.listSessions, { signal }),
  });
  const end = useMutation({
    mutationFn: (id: string) => client.call(calls.endSession, { params: { id } }),
    onSuccess: () => toast({ text: 'The session is ended' }),
    onError: (error) => toast({ text: messageOf(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: SESSIONS_KEY }),
  });
  return (
    <Panel hint="Where you are signed in with a browser." title="Sessions">
      {sessions.isPending && <SkeletonRows label="Loading sessions" rows={2} />}
      {sessions.isError && (
        <LoadFault error={sessions.error} onRetry={() => void sessions.refetch()} what="Your sessions" />
      )}
      <RowList label="Sessions">
        {sessions.data?.map((each) => (
          <Row
            action={
              !each.current && (
                <Button onClick={() => end.mutate(each.id)} size="small">
                  End
                </Button>
              )
            }
            detail={`Since ${dateTimeText(each.created)} · last seen ${dateTimeText(each.lastSeen)}`}
            key={each.id}
            name={`${browserName(each.userAgent)}${each.current ? ' (this one)' : ''}`}
          />
        ))}
      </RowList>
    </Panel>
  );
}
