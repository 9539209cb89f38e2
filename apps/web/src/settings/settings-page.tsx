import { useTexts } from '@stint/ui';
import { Outlet } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { Page } from '../components/page.tsx';
import { TabLinks } from '../components/tab-links.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';

/** Settings: one part at a time, chosen above. */
export function SettingsPage() {
  const texts = useTexts(settingsTexts);
  const { role } = useSession();
  const tabs = [
    { path: '/settings/reporting-api', name: texts.reportingAndApi },
    ...(role === 'Administrator' ? [{ path: '/settings/connection', name: texts.connection }] : []),
    { path: '/settings/account', name: texts.account },
  ];
  return (
    <Page title={texts.title}>
      <TabLinks label={texts.title} tabs={tabs} />
      <Outlet />
    </Page>
  );
}
