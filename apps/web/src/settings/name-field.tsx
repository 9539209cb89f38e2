import { Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({ name: { width: '100%', minWidth: 0 } });

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly onSave: (name: string) => void;
}

/** A name that is saved on leaving the field and by Enter; Escape takes it back. Give it the name as its key. */
export function NameField({ label, name, onSave }: NameFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(name);
  const save = () => {
    const wish = typed.trim();
    if (wish === '') setTyped(name);
    else if (wish !== name) onSave(wish);
  };
  return (
    <Input
      aria-label={label}
      className={styles.name}
      maxLength={100}
      onBlur={save}
      onChange={(_, { value }) => setTyped(value)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') save();
        if (key === 'Escape') setTyped(name);
      }}
      value={typed}
    />
  );
}
