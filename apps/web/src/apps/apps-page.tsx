import { Button } from '@fluentui/react-components';
import { Confirm } from '../components/confirm.tsx';
import { LoadFault } from '../components/load-fault.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { Row, RowList } from '../components/row-list.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { dateText, dateTimeText } from '../components/when.ts';
import { PairForm } from './pair-form.tsx';
import { useApps, useUnpairing } from './use-apps.ts';

/** Apps: pair one by its PIN; see and unpair those that are. */
export function AppsPage() {
  const apps = useApps();
  const unpairing = useUnpairing();
  const isAny = (apps.data?.length ?? 0) > 0;
  return (
    <Page title="Apps">
      <Panel
        hint="Type the six digits that the app shows; they are valid for one minute."
        title="Pair an app"
      >
        <PairForm />
      </Panel>
      <Panel
        action={
          isAny && (
            <Confirm
              act="Unpair all"
              onConfirm={() => unpairing.mutate(null)}
              text="Every app is signed out at once and has to be paired again."
              title="Unpair all apps?"
              name="Unpair all apps"
            />
          )
        }
        title="Paired apps"
      >
        {apps.isPending && <SkeletonRows label="Loading apps" rows={3} />}
        {apps.isError && (
          <LoadFault error={apps.error} onRetry={() => void apps.refetch()} what="Your apps" />
        )}
        {apps.data && !isAny && (
          <StateMessage
            text="Open the desktop app or your script, ask it to sign in, and type the PIN it shows into the field above. The app then tracks time as you, until you unpair it here."
            title="No app is paired"
          />
        )}
        {isAny && (
          <RowList label="Paired apps">
            {apps.data?.map((app) => (
              <Row
                action={
                  <Button onClick={() => unpairing.mutate(app.id)} size="small">
                    Unpair
                  </Button>
                }
                detail={`Paired ${dateText(app.paired)} · ${app.lastUsed ? `last used ${dateTimeText(app.lastUsed)}` : 'not used yet'}`}
                key={app.id}
                name={app.name}
              />
            ))}
          </RowList>
        )}
      </Panel>
    </Page>
  );
}
