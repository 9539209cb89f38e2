import { Button, makeStyles } from '@fluentui/react-components';
import type { OrganizationSettings, ShownSettings } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { settingsQuery } from '../../api/personal-settings.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { effectOf, valueText } from './effect.ts';
import { SettingControl } from './setting-control.tsx';
import type { Setting } from './setting-list.ts';
import { SettingRow } from './setting-row.tsx';
import { useChangeSettings } from './use-change-settings.ts';

const useStyles = makeStyles({
  reset: { alignSelf: 'flex-start', minWidth: 0, padding: '0 4px', fontWeight: 400, color: colours.dim },
});

interface SettingsPanelProps {
  readonly title: string;
  readonly hint?: string;
  readonly list: readonly Setting[];
}

/** Some settings of the organization that belong together; each is saved as soon as it is changed. */
export function SettingsPanel({ title, hint, list }: SettingsPanelProps) {
  const texts = useTexts(organizationTexts);
  const settings = useQuery(settingsQuery(useClient()));
  return (
    <Panel hint={hint} title={title}>
      <Loaded
        query={settings}
        skeleton={<SkeletonRows label={title} rows={list.length} />}
        what={texts.theSettings}
      >
        {(found) =>
          list.map((setting) => <OneSetting key={setting.name} setting={setting} settings={found} />)
        }
      </Loaded>
    </Panel>
  );
}

function OneSetting({ setting, settings }: { readonly setting: Setting; readonly settings: ShownSettings }) {
  const styles = useStyles();
  const texts = useTexts(organizationTexts);
  const formats = useFormats();
  const change = useChangeSettings();
  const said = { texts, formats, settings };
  const { name: key } = setting;
  const name = texts[key];
  const fallback = settings.about.defaults[key];
  const defaultText = valueText(setting, fallback, said);
  const isDefault = JSON.stringify(settings[key]) === JSON.stringify(fallback);
  const save = (value: OrganizationSettings[typeof key]) =>
    change({ change: { [key]: value }, name, before: { [key]: settings[key] } });
  return (
    <SettingRow
      control={(described) => (
        <>
          <SettingControl described={described} onChange={save} setting={setting} settings={settings} />
          {!isDefault && (
            <Button
              appearance="transparent"
              aria-label={texts.takeDefault({ name, value: defaultText })}
              className={styles.reset}
              onClick={() => save(fallback)}
              size="small"
            >
              {texts.backToDefault({ value: defaultText })}
            </Button>
          )}
        </>
      )}
      effect={effectOf(setting, said)}
      help={texts[`${key}Help`]}
      title={name}
    />
  );
}
