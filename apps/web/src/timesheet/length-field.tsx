import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, readingOf, uiTexts, useFormats, useTexts } from '@stint/ui';
import { type KeyboardEvent, useId, useState } from 'react';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end', width: '104px', flexShrink: 0 },
  input: {
    width: '100%',
    height: '30px',
    padding: '0 8px',
    boxSizing: 'border-box',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    font: 'inherit',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    color: colours.ink,
    backgroundColor: colours.panel,
    ':focus': { outline: `2px solid ${colours.brand}`, outlineOffset: '-1px' },
    '::placeholder': { color: colours.dim, opacity: 1 },
  },
  note: {
    fontSize: '11px',
    lineHeight: '16px',
    color: colours.dim,
    textAlign: 'right',
    overflowWrap: 'anywhere',
  },
  fault: { color: colours.fault },
});

interface LengthFieldProps {
  readonly label: string;
  /** What the field holds before one types; it comes back when typing is given up. */
  readonly initial: string;
  /** Saves the seconds; gives why they were refused. The field is empty afterwards when it began empty. */
  readonly onLength: (seconds: number) => Promise<string | null>;
}

/** A small field for the length of one entry: Enter or leaving it saves, what cannot be saved stays with its reason. */
export function LengthField({ label, initial, onLength }: LengthFieldProps) {
  const styles = useStyles();
  const formats = useFormats();
  const texts = useTexts(uiTexts);
  const noteId = useId();
  const [text, setText] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const typed = text ?? initial;
  const reading = text === null || text.trim() === '' ? null : readingOf(text, formats, texts);
  const note = refusal ?? reading?.text ?? null;
  const save = async () => {
    if (reading?.ok !== true || typed === initial || reading.lengthSeconds === 0) return;
    const reason = await onLength(reading.lengthSeconds);
    setRefusal(reason);
    if (reason === null) setText(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void save();
    else if (event.key === 'Escape' && text !== null) {
      setText(null);
      setRefusal(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className={styles.box}>
      <input
        aria-describedby={note === null ? undefined : noteId}
        aria-invalid={refusal !== null || reading?.ok === false}
        aria-label={label}
        autoComplete="off"
        className={styles.input}
        onBlur={() => void save()}
        onChange={(event) => {
          setRefusal(null);
          setText(event.target.value);
        }}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        placeholder="0:30"
        type="text"
        value={typed}
      />
      {note !== null && (
        <span
          className={mergeClasses(styles.note, (refusal !== null || reading?.ok === false) && styles.fault)}
          id={noteId}
          role="status"
        >
          {note}
        </span>
      )}
    </span>
  );
}
