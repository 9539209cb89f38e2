import { useTexts } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { Page } from '../components/page.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { TabLinks } from '../components/tab-links.tsx';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { useApprovalManagers } from '../weeks/use-approval-managers.ts';
import { ManagedWeeks } from './managed-weeks.tsx';
import { OwnWeeks } from './own-weeks.tsx';
import { MANAGED_LISTS, type ManagedList } from './use-managed-weeks.ts';

const route = getRouteApi('/signed-in/approvals/$list');

/** Approvals: one’s own weeks, and for managers the weeks that wait, that are missing, and that were decided about. */
export function ApprovalsPage() {
  const texts = useTexts(approvalsTexts);
  const { organization } = usePersonalSettings();
  const { isManager } = useApprovalManagers();
  const { list } = route.useParams();
  const managed = MANAGED_LISTS.find((each) => each === list) ?? null;
  const lists = isManager ? (['mine', ...MANAGED_LISTS] as const) : (['mine'] as const);
  const tabs = lists.map((each) => ({ path: `/approvals/${each}`, name: texts[each] }));
  return (
    <Page beside={isManager && <TabLinks label={texts.lists} tabs={tabs} />} title={texts.title}>
      {organization?.approvalsEnabled === false ? (
        <StateMessage text={texts.switchedOffHint} title={texts.switchedOff} />
      ) : managed === null ? (
        <OwnWeeks />
      ) : (
        <ForManagers isManager={isManager} list={managed} />
      )}
    </Page>
  );
}

function ForManagers({
  list,
  isManager,
}: {
  readonly list: ManagedList;
  readonly isManager: boolean | null;
}) {
  const texts = useTexts(approvalsTexts);
  if (isManager === false) return <StateMessage text={texts.managersOnlyHint} title={texts.managersOnly} />;
  return <ManagedWeeks key={list} list={list} />;
}
