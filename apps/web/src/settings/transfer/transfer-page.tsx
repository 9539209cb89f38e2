import { useTexts } from '@stint/ui';
import { CopyField } from '../../components/copy-field.tsx';
import { Panel } from '../../components/panel.tsx';
import { transferTexts } from '../../texts/transfer/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import { SettingRow } from '../organization/setting-row.tsx';
import { Download } from './download.tsx';
import { OnePerson } from './one-person.tsx';

const COMMANDS = [
  ['importOne', 'importEffect', 'npm run stint -- import FILE'],
  ['backup', 'backupEffect', 'npm run stint -- backup FILE'],
  ['restore', 'restoreEffect', 'npm run stint -- restore FILE'],
] as const;

/** Settings > Export and import: the whole organization, and what is kept of one person. */
export function TransferSettings() {
  const texts = useTexts(transferTexts);
  return (
    <AdministratorsOnly>
      <Panel hint={texts.exportHint} title={texts.exportTitle}>
        <Download act={texts.export} address="/api/rest/organization/export?api-version=3.2" />
      </Panel>
      <OnePerson />
      <Panel hint={texts.restoreHint} title={texts.restoreTitle}>
        {COMMANDS.map(([title, effect, command]) => (
          <SettingRow
            control={() => <CopyField name={texts.command} text={command} />}
            help={texts[effect]}
            key={title}
            title={texts[title]}
          />
        ))}
      </Panel>
    </AdministratorsOnly>
  );
}
