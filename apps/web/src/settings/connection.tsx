import { makeStyles } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { colours } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { messageOf } from '../api/message.ts';
import { useSession } from '../api/session.ts';
import { Confirm } from '../components/confirm.tsx';
import { LoadFault } from '../components/load-fault.tsx';
import { Panel } from '../components/panel.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
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
  return <StateMessage text="Only administrators see and change the connection." title="Not for your role" />;
}

function ConnectionOfAdministrator() {
  const styles = useStyles();
  const client = useClient();
  const connection = useQuery({
    queryKey: CONNECTION_KEY,
    queryFn: ({ signal }) => client.call(calls.getConnection, { signal }),
    refetchInterval: POLL_MILLISECONDS,
  });
  return (
    <>
      <Panel action={connection.data && <Disconnect />} title="Azure DevOps">
        {connection.isPending && <SkeletonRows label="Loading the connection" rows={3} />}
        {connection.isError && (
          <LoadFault
            error={connection.error}
            onRetry={() => void connection.refetch()}
            what="The connection"
          />
        )}
        {connection.data === null && (
          <p className={styles.none}>Not connected. Time can be tracked with a comment only.</p>
        )}
        {connection.data && <ConnectionState connection={connection.data} />}
      </Panel>
      <Panel
        hint="A personal access token that may read work items and projects. It is tried before it is kept, and never shown."
        title={connection.data ? 'Change the connection' : 'Connect'}
      >
        <ConnectionForm url={connection.data?.url ?? ''} key={connection.data?.url ?? ''} />
      </Panel>
    </>
  );
}

function Disconnect() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => client.call(calls.removeConnection),
    onSuccess: () => toast({ text: 'Disconnected' }),
    onError: (error) => toast({ text: messageOf(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: CONNECTION_KEY }),
  });
  return (
    <Confirm
      act="Disconnect"
      onConfirm={() => remove.mutate()}
      text="Work items that are known stay; they are no longer kept up to date. The token is forgotten."
      title="Disconnect from Azure DevOps?"
      name="Disconnect"
    />
  );
}
