import { makeStyles } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { useSession } from '../api/session.ts';
import { Confirm } from '../components/confirm.tsx';
import { LoadFault } from '../components/load-fault.tsx';
import { Panel } from '../components/panel.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { NoPermission } from '../components/no-permission.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { CONNECTION_KEY } from './connection-key.ts';
import { ConnectionState } from './connection-state.tsx';

const useStyles = makeStyles({ none: { margin: 0, color: colours.dim } });

const POLL_MILLISECONDS = 5000;

/** Settings > Connection: the Azure DevOps that work items come from; administrators only. */
export function ConnectionSettings() {
  const { role } = useSession();
  if (role === 'Administrator') return <ConnectionOfAdministrator />;
  return <NoPermission needed="Administrator" />;
}

function ConnectionOfAdministrator() {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const client = useClient();
  const connection = useQuery({
    queryKey: CONNECTION_KEY,
    queryFn: ({ signal }) => client.call(calls.getConnection, { signal }),
    refetchInterval: POLL_MILLISECONDS,
  });
  return (
    <>
      <Panel action={connection.data && <Disconnect />} title="Azure DevOps">
        {connection.isPending && <SkeletonRows label={texts.loadingConnection} rows={3} />}
        {connection.isError && (
          <LoadFault
            error={connection.error}
            onRetry={() => void connection.refetch()}
            what={texts.theConnection}
          />
        )}
        {connection.data === null && <p className={styles.none}>{texts.notConnected}</p>}
        {connection.data && <ConnectionState connection={connection.data} />}
      </Panel>
      <Panel hint={texts.connectHint} title={connection.data ? texts.changeConnection : texts.connect}>
        <ConnectionForm url={connection.data?.url ?? ''} key={connection.data?.url ?? ''} />
      </Panel>
    </>
  );
}

function Disconnect() {
  const texts = useTexts(settingsTexts);
  const errorText = useErrorText();
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => client.call(calls.removeConnection),
    onSuccess: () => toast({ text: texts.disconnected }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: CONNECTION_KEY }),
  });
  return (
    <Confirm
      act={texts.disconnect}
      onConfirm={() => remove.mutate()}
      text={texts.disconnectText}
      title={texts.disconnectTitle}
      name={texts.disconnect}
    />
  );
}
