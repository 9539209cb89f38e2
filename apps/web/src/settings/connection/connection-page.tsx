import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Confirm } from '../../components/confirm.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionState } from './connection-state.tsx';
import { TokenExpiry } from './token-expiry.tsx';
import { useConnection, useDisconnect } from './use-connection.ts';

const useStyles = makeStyles({ none: { margin: 0, color: colours.dim } });

/** Settings > Azure DevOps: where work items come from; administrators only. */
export function ConnectionSettings() {
  return (
    <AdministratorsOnly>
      <ConnectionOfAdministrator />
    </AdministratorsOnly>
  );
}

function ConnectionOfAdministrator() {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const connection = useConnection();
  const url = connection.data?.url ?? '';
  return (
    <>
      <Panel action={connection.data && <Disconnect />} title="Azure DevOps">
        <Loaded
          query={connection}
          skeleton={<SkeletonRows label={texts.loadingConnection} rows={5} />}
          what={texts.theConnection}
        >
          {(found) =>
            found ? (
              <ConnectionState connection={found} />
            ) : (
              <p className={styles.none}>{texts.notConnected}</p>
            )
          }
        </Loaded>
      </Panel>
      {connection.data && <TokenExpiry connection={connection.data} />}
      <Panel hint={texts.connectHint} title={connection.data ? texts.changeConnection : texts.connect}>
        <ConnectionForm key={url} url={url} />
      </Panel>
    </>
  );
}

function Disconnect() {
  const texts = useTexts(settingsTexts);
  const remove = useDisconnect();
  return (
    <Confirm
      act={texts.disconnect}
      name={texts.disconnect}
      onConfirm={() => remove.mutate()}
      size="medium"
      text={texts.disconnectText}
      title={texts.disconnectTitle}
    />
  );
}
