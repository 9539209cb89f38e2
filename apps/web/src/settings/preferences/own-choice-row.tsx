import { Select } from '@fluentui/react-components';
import { SettingRow } from '../organization/setting-row.tsx';
import type { OwnChoice } from './own-choices.ts';

interface OwnChoiceRowProps {
  readonly title: string;
  readonly help: string;
  readonly choices: readonly OwnChoice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** One setting of a person that is chosen from a list. */
export function OwnChoiceRow({ title, help, choices, value, onChange }: OwnChoiceRowProps) {
  const chosen = choices.findIndex((choice) => choice.value === value);
  return (
    <SettingRow
      control={(described) => (
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
      )}
      effect={choices[chosen]?.effect ?? ''}
      help={help}
      title={title}
    />
  );
}
