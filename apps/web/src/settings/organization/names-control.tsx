import { Button, Input, makeStyles } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, IconButton, useTexts } from '@stint/ui';
import { type FormEvent, useId, useState } from 'react';
import { organizationTexts } from '../../texts/organization/texts.ts';
import type { NamesName } from './setting-list.ts';
import type { Described } from './setting-row.tsx';
import { useKnownNames } from './use-known-names.ts';

const MOST_NAMES = 200;

const useStyles = makeStyles({
  names: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  name: {
    display: 'inline-flex',
    alignItems: 'center',
    paddingLeft: '10px',
    borderRadius: '12px',
    backgroundColor: colours.soft,
    overflowWrap: 'anywhere',
  },
  form: { display: 'flex', gap: '8px' },
  input: { minWidth: 0, flexGrow: 1 },
});

interface NamesControlProps {
  readonly name: NamesName;
  readonly title: string;
  readonly names: readonly string[];
  readonly described: Described;
  readonly onChange: (names: string[]) => void;
}

/** Names to narrow something by, each of which can be taken out; those that work items have are offered while one types. */
export function NamesControl({ name, title, names, described, onChange }: NamesControlProps) {
  const styles = useStyles();
  const texts = useTexts(organizationTexts);
  const known = useKnownNames(name);
  const list = useId();
  const [typed, setTyped] = useState('');
  const wish = typed.trim();
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (wish === '') return;
    setTyped('');
    if (!names.includes(wish)) onChange([...names, wish]);
  };
  return (
    <>
      {names.length > 0 && (
        <ul aria-labelledby={described['aria-labelledby']} className={styles.names}>
          {names.map((each) => (
            <li className={styles.name} key={each}>
              {each}
              <IconButton
                icon={<Dismiss12Regular />}
                name={texts.removeName({ value: each })}
                onClick={() => onChange(names.filter((other) => other !== each))}
              />
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={add}>
        <Input
          aria-describedby={described['aria-describedby']}
          aria-label={texts.addName({ name: title })}
          className={styles.input}
          disabled={names.length >= MOST_NAMES}
          input={{ list }}
          maxLength={256}
          onChange={(_, { value }) => setTyped(value)}
          value={typed}
        />
        <datalist id={list}>
          {known
            .filter((each) => !names.includes(each))
            .map((each) => (
              <option key={each} value={each} />
            ))}
        </datalist>
        <Button disabled={wish === ''} type="submit">
          {texts.add}
        </Button>
      </form>
    </>
  );
}
