import { useTexts } from '@stint/ui';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import * as lists from './setting-list.ts';
import { SettingsPanel } from './settings-panel.tsx';

/** Settings > Rules: tracking details. */
export function RulesSettings() {
  const texts = useTexts(organizationTexts);
  return (
    <AdministratorsOnly>
      <SettingsPanel hint={texts.entryHint} list={lists.ENTRY_RULES} title={texts.entryTitle} />
      <SettingsPanel list={lists.TIME_RULES} title={texts.timeTitle} />
      <SettingsPanel list={lists.CLOCK_RULES} title={texts.clockTitle} />
      <SettingsPanel hint={texts.searchHint} list={lists.SEARCH_RULES} title={texts.searchTitle} />
      <SettingsPanel hint={texts.roundingHint} list={lists.ROUNDING_RULES} title={texts.roundingTitle} />
    </AdministratorsOnly>
  );
}

/** Settings > Formats and week. */
export function FormatSettings() {
  const texts = useTexts(organizationTexts);
  return (
    <AdministratorsOnly>
      <SettingsPanel hint={texts.formatsHint} list={lists.FORMAT_SETTINGS} title={texts.formatsTitle} />
      <SettingsPanel list={lists.WEEK_SETTINGS} title={texts.weekTitle} />
    </AdministratorsOnly>
  );
}

/** Settings > Approvals. */
export function ApprovalSettings() {
  const texts = useTexts(organizationTexts);
  return (
    <AdministratorsOnly>
      <SettingsPanel hint={texts.approvalsHint} list={lists.APPROVAL_SETTINGS} title={texts.approvalsTitle} />
    </AdministratorsOnly>
  );
}

/** Settings > Privacy. */
export function PrivacySettings() {
  const texts = useTexts(organizationTexts);
  return (
    <AdministratorsOnly>
      <SettingsPanel list={lists.PRIVACY_SETTINGS} title={texts.privacyTitle} />
    </AdministratorsOnly>
  );
}
