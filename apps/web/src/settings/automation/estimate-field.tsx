import { Input, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useId, useState } from 'react';
import { automationTexts } from '../../texts/automation/texts.ts';
import { SettingRow } from '../organization/setting-row.tsx';
import { ESTIMATE_FIELDS, isFieldName } from './field-name.ts';

const useStyles = makeStyles({ wrong: { margin: 0, color: colours.fault } });

interface EstimateFieldProps {
  readonly stored: string;
  readonly onChange: (name: string) => void;
}

/** The field that Pace divides by; taken with Enter or on leaving, given up with Escape. */
export function EstimateField({ stored, onChange }: EstimateFieldProps) {
  const styles = useStyles();
  const texts = useTexts(automationTexts);
  const [typed, setTyped] = useState(stored);
  const list = useId();
  const name = typed.trim();
  const isWrong = !isFieldName(name);
  const take = () => {
    if (!isWrong && name !== stored) onChange(name);
  };
  return (
    <SettingRow
      control={(described) => (
        <>
          <Input
            {...described}
            aria-invalid={isWrong}
            list={list}
            onBlur={take}
            onChange={(_, { value }) => setTyped(value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter') take();
              if (key === 'Escape') setTyped(stored);
            }}
            placeholder={texts.estimateUsual}
            spellCheck={false}
            value={typed}
          />
          <datalist id={list}>
            {ESTIMATE_FIELDS.map((field) => (
              <option key={field} value={field} />
            ))}
          </datalist>
          {isWrong && (
            <p className={styles.wrong} role="alert">
              {texts.estimateWrong({ example: 'Microsoft.VSTS.Scheduling.StoryPoints' })}
            </p>
          )}
        </>
      )}
      help={texts.estimateHelp}
      title={texts.estimate}
    />
  );
}
