import { Button } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { Panel } from '../../components/panel.tsx';
import { personalTexts } from '../../texts/personal/texts.ts';
import { SettingRow } from '../organization/setting-row.tsx';

/** Everything that is kept about the person, to take along. */
export function OwnData() {
  const texts = useTexts(personalTexts);
  return (
    <Panel title={texts.dataTitle}>
      <SettingRow
        control={(described) => (
          <div>
            <Button
              aria-describedby={described['aria-describedby']}
              onClick={() => window.location.assign('/api/rest/me/export?api-version=3.2')}
            >
              {texts.download}
            </Button>
          </div>
        )}
        help={texts.exportHelp}
        title={texts.exportTitle}
      />
    </Panel>
  );
}
