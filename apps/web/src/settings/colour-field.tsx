import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { useState } from 'react';

const useStyles = makeStyles({
  colour: {
    width: '28px',
    height: '28px',
    padding: 0,
    border: 'none',
    borderRadius: '50%',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '::-webkit-color-swatch': { borderRadius: '50%', border: `1px solid ${colours.line}` },
    '::-webkit-color-swatch-wrapper': { padding: '4px' },
  },
});

interface ColourFieldProps {
  readonly label: string;
  /** Six hex digits. */
  readonly colour: string;
  readonly onSave: (colour: string) => void;
}

/** A colour that is saved once another was chosen; give it the colour as its key. */
export function ColourField({ label, colour, onSave }: ColourFieldProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState(colour.toLowerCase());
  return (
    <input
      aria-label={label}
      className={styles.colour}
      onBlur={() => {
        if (chosen !== colour.toLowerCase()) onSave(chosen);
      }}
      onChange={({ target }) => setChosen(target.value.slice(1).toLowerCase())}
      type="color"
      value={`#${chosen}`}
    />
  );
}
