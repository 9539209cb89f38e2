import { Button } from '@fluentui/react-components';
import { type AnswerOf, calls } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { useSession } from '../api/session.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Panel } from '../components/panel.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { browserName } from './browser-name.ts';
import { MyData } from './transfer/my-data.tsx';

type BrowserSession = AnswerOf<typeof calls.listSessions>[number];

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
      <MyData />
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
  const nameOf = (session: BrowserSession) => {
    const name = browserName(session.userAgent, texts);
    return session.current ? texts.thisOne({ name }) : name;
  };
  const columns: Column<BrowserSession>[] = [
    { key: 'browser', title: texts.browser, cell: nameOf },
    { key: 'since', title: texts.signedInSince, cell: ({ created }) => formats.dateTime(created) },
    { key: 'seen', title: texts.lastSeen, cell: ({ lastSeen }) => formats.dateTime(lastSeen) },
    {
      key: 'act',
      title: texts.act,
      isTitleHidden: true,
      isAtEnd: true,
      cell: ({ id, current }) =>
        !current && (
          <Button onClick={() => end.mutate(id)} size="small">
            {texts.end}
          </Button>
        ),
    },
  ];
  return (
    <Panel hint={texts.sessionsHint} title={texts.sessions}>
      <Loaded
        query={sessions}
        skeleton={<SkeletonRows label={texts.loadingSessions} rows={2} />}
        what={texts.yourSessions}
      >
        {(found) => (
          <DataTable
            columns={columns}
            isStackedOnPhone
            keyOf={({ id }) => id}
            label={texts.sessions}
            rows={found}
          />
        )}
      </Loaded>
    </Panel>
  );
}
