import { makeStyles, Select, Switch } from '@fluentui/react-components';
import type { OrganizationSettings, ShownSettings } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { DateField, TimeField } from '../../components/date-field.tsx';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { choicesOf } from './choices.ts';
import { NamesControl } from './names-control.tsx';
import { NumberControl } from './number-control.tsx';
import { PercentsControl } from './percents-control.tsx';
import type { Setting } from './setting-list.ts';
import type { Described } from './setting-row.tsx';

/** Switches begin where fields do. */
const useStyles = makeStyles({ switch: { alignSelf: 'flex-start', margin: '-4px 0 0 -8px' } });

interface SettingControlProps {
  readonly setting: Setting;
  readonly settings: ShownSettings;
  readonly described: Described;
  readonly onChange: (value: OrganizationSettings[Setting['name']]) => void;
}

/** What one sets a setting with, by its kind. */
export function SettingControl({ setting, settings, described, onChange }: SettingControlProps) {
  const styles = useStyles();
  const texts = useTexts(organizationTexts);
  const formats = useFormats();
  switch (setting.kind) {
    case 'flag':
      return (
        <Switch
          {...described}
          checked={settings[setting.name]}
          className={styles.switch}
          onChange={(_, { checked }) => onChange(checked)}
        />
      );
    case 'choice': {
      const choices = choicesOf(setting.name, { texts, formats, settings });
      const chosen = choices.findIndex(({ value }) => value === settings[setting.name]);
      return (
        <Select
          {...described}
          onChange={(_, data) => onChange(choices[Number(data.value)]?.value ?? null)}
          value={String(chosen)}
        >
          {choices.map(({ name }, index) => (
            <option key={name} value={index}>
              {name}
            </option>
          ))}
        </Select>
      );
    }
    case 'number':
      return (
        <NumberControl
          described={described}
          onChange={onChange}
          setting={setting}
          stored={settings[setting.name]}
          title={texts[setting.name]}
        />
      );
    case 'names':
      return (
        <NamesControl
          described={described}
          name={setting.name}
          names={settings[setting.name]}
          onChange={onChange}
          title={texts[setting.name]}
        />
      );
    case 'date':
      return (
        <DateField
          {...described}
          key={settings.approvalStartDate}
          defaultValue={settings.approvalStartDate ?? ''}
          onBlur={({ target }) => {
            const value = target.value === '' ? null : target.value;
            if (value !== settings.approvalStartDate && target.validity.valid) onChange(value);
          }}
        />
      );
    case 'time':
      return (
        <TimeField
          {...described}
          key={settings.reminderTime}
          defaultValue={settings.reminderTime}
          onBlur={({ target }) => {
            if (target.value !== '' && target.value !== settings.reminderTime) onChange(target.value);
          }}
        />
      );
    default:
      return (
        <PercentsControl described={described} onChange={onChange} percents={settings.budgetThresholds} />
      );
  }
}
