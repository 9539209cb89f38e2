import { Button } from '@fluentui/react-components';
import { useFormats, useTexts } from '@stint/ui';
import { Confirm } from '../components/confirm.tsx';
import { LoadFault } from '../components/load-fault.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { Row, RowList } from '../components/row-list.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { appsTexts } from '../texts/apps/texts.ts';
import { Downloads } from './downloads.tsx';
import { PairDesktop } from './pair-desktop.tsx';
import { PairForm } from './pair-form.tsx';
import { useApps, usePairingLink, useUnpairing } from './use-apps.ts';

/** Apps: get the desktop app, pair one by its PIN, see and unpair those that are. */
export function AppsPage() {
  const texts = useTexts(appsTexts);
  const formats = useFormats();
  const link = usePairingLink();
  const apps = useApps(link.isSuccess);
  const unpairing = useUnpairing();
  const isAny = (apps.data?.length ?? 0) > 0;
  return (
    <Page title={texts.title}>
      <Panel hint={texts.pairHint} title={texts.pairTitle}>
        <PairForm />
        <PairDesktop pairing={link} />
      </Panel>
      <Panel
        action={
          isAny && (
            <Confirm
              act={texts.unpairAll}
              onConfirm={() => unpairing.mutate(null)}
              text={texts.unpairAllText}
              title={texts.unpairAllTitle}
              name={texts.unpairAllApps}
            />
          )
        }
        title={texts.pairedApps}
      >
        {apps.isPending && <SkeletonRows label={texts.loading} rows={3} />}
        {apps.isError && (
          <LoadFault error={apps.error} onRetry={() => void apps.refetch()} what={texts.yourApps} />
        )}
        {apps.data && !isAny && <StateMessage text={texts.noneText} title={texts.noneTitle} />}
        {isAny && (
          <RowList label={texts.pairedApps}>
            {apps.data?.map((app) => (
              <Row
                action={
                  <Button onClick={() => unpairing.mutate(app.id)} size="small">
                    {texts.unpair}
                  </Button>
                }
                detail={`${texts.pairedOn({ date: formats.date(app.paired) })} · ${app.lastUsed ? texts.lastUsed({ when: formats.dateTime(app.lastUsed) }) : texts.notUsedYet}`}
                key={app.id}
                name={app.name}
              />
            ))}
          </RowList>
        )}
      </Panel>
      <Downloads />
    </Page>
  );
}
