import { useTexts } from '@stint/ui';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import { NOTICE_SETTINGS, REMINDER_SETTINGS } from '../organization/setting-list.ts';
import { SettingsPanel } from '../organization/settings-panel.tsx';
import { MailServer } from './mail-server.tsx';
import { WhoGetsWhat } from './who-gets-what.tsx';

/** Settings > Mail and reminders. */
export function MailSettings() {
  const texts = useTexts(organizationTexts);
  return (
    <AdministratorsOnly>
      <MailServer />
      <SettingsPanel hint={texts.remindersHint} list={REMINDER_SETTINGS} title={texts.remindersTitle} />
      <SettingsPanel list={NOTICE_SETTINGS} title={texts.noticesTitle} />
      <WhoGetsWhat />
    </AdministratorsOnly>
  );
}
