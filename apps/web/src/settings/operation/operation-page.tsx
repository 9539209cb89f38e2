import { useTexts } from '@stint/ui';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import { QUOTA_SETTINGS } from '../organization/setting-list.ts';
import { SettingsPanel } from '../organization/settings-panel.tsx';
import { Health } from './health.tsx';
import { OperationState } from './operation-state.tsx';
import { Watching } from './watching.tsx';

/** Settings > Operation mode: open, read-only or in maintenance, how much one may ask, and how the server is doing. */
export function OperationSettings() {
  const texts = useTexts(organizationTexts);
  return (
    <AdministratorsOnly>
      <OperationState />
      <SettingsPanel list={QUOTA_SETTINGS} title={texts.quotaTitle} />
      <Health />
      <Watching />
    </AdministratorsOnly>
  );
}
