import { Field, Input, makeStyles, Switch } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useState } from 'react';
import { fault } from '../../components/fault.ts';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { readNumber } from './read-number.ts';
import type { NumberSetting } from './setting-list.ts';
import type { Described } from './setting-row.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  switch: { margin: '-1px 0 0 -8px' },
  input: { width: '168px' },
  unit: { color: colours.dim },
});

interface NumberControlProps {
  readonly setting: NumberSetting;
  readonly title: string;
  readonly stored: number | null;
  readonly described: Described;
  readonly onChange: (stored: number | null) => void;
}

/** A number with its unit, and a switch where there may be none. It is saved on leaving the field, and by Enter. */
export function NumberControl({ setting, title, stored, described, onChange }: NumberControlProps) {
  const styles = useStyles();
  const texts = useTexts(organizationTexts);
  return (
    <div className={styles.line}>
      {setting.firstValue !== null && (
        <Switch
          aria-describedby={described['aria-describedby']}
          aria-label={texts.useLimit({ name: title })}
          checked={stored !== null}
          className={styles.switch}
          onChange={(_, { checked }) => onChange(checked ? setting.firstValue : null)}
        />
      )}
      {stored !== null && (
        <NumberField
          described={described}
          key={stored}
          onChange={onChange}
          setting={setting}
          stored={stored}
        />
      )}
    </div>
  );
}

function NumberField(props: Omit<NumberControlProps, 'title' | 'stored'> & { readonly stored: number }) {
  const { setting, stored, described, onChange } = props;
  const styles = useStyles();
  const texts = useTexts(organizationTexts);
  const shown = (value: number) => String(Math.round((value / setting.scale) * 1000) / 1000);
  const [typed, setTyped] = useState(() => shown(stored));
  const read = readNumber(typed, setting);
  const complaint = read.ok
    ? null
    : read.fault === 'notANumber'
      ? texts.notANumber({ example: shown(setting.firstValue ?? stored) })
      : texts.outOfBounds({ min: shown(setting.min), max: shown(setting.max) });
  const save = () => {
    if (read.ok && typed !== shown(stored) && read.stored !== stored) onChange(read.stored);
  };
  return (
    <Field {...fault(complaint)}>
      <Input
        {...described}
        className={styles.input}
        contentAfter={<span className={styles.unit}>{texts[`${setting.unit}Unit`]}</span>}
        inputMode="decimal"
        onBlur={save}
        onChange={(_, { value }) => setTyped(value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') save();
          if (key === 'Escape') setTyped(shown(stored));
        }}
        value={typed}
      />
    </Field>
  );
}
