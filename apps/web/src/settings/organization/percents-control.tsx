import { Field, Input } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { useState } from 'react';
import { fault } from '../../components/fault.ts';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { readPercents } from './read-number.ts';
import type { Described } from './setting-row.tsx';

interface PercentsControlProps {
  readonly percents: readonly number[];
  readonly described: Described;
  readonly onChange: (percents: number[]) => void;
}

/** Percents as a list that one types, saved on leaving the field and by Enter. */
export function PercentsControl(props: PercentsControlProps) {
  return <PercentsField {...props} key={props.percents.join()} />;
}

function PercentsField({ percents, described, onChange }: PercentsControlProps) {
  const texts = useTexts(organizationTexts);
  const [typed, setTyped] = useState(() => percents.join(', '));
  const read = readPercents(typed);
  const save = () => {
    if (read !== null && read.join() !== percents.join()) onChange(read);
  };
  return (
    <Field {...fault(read === null ? texts.notPercents : null)}>
      <Input
        {...described}
        onBlur={save}
        onChange={(_, { value }) => setTyped(value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') save();
        }}
        value={typed}
      />
    </Field>
  );
}
