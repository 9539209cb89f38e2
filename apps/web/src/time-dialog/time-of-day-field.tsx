import { Field, Input } from '@fluentui/react-components';
import { laterTimeOfDay, readTimeOfDay, readWallTime } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { type KeyboardEvent, useState } from 'react';
import { fault } from '../components/fault.ts';
import { timeDialogTexts } from '../texts/time-dialog/texts.ts';

/** How far the arrow keys go, in minutes. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 5, ArrowDown: -5 };

interface TimeOfDayFieldProps {
  readonly label: string;
  /** `HH:MM` or `HH:MM:SS`; empty while it is not known. */
  readonly value: string;
  /** Gives the time that is typed; null while it cannot be read. */
  readonly onChange: (value: string | null) => void;
  /** A refusal from elsewhere, such as the server's. */
  readonly error: string | null;
}

/**
 * A field for a time of day in any form people type, written by the clock of their settings (the browser’s own field would follow
 * the language of the browser). Arrow keys go by five minutes.
 */
export function TimeOfDayField({ label, value, onChange, error }: TimeOfDayFieldProps) {
  const texts = useTexts(timeDialogTexts);
  const formats = useFormats();
  /** What is typed, as long as the value is the one that it gave. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly gave: string } | null>(null);
  const [isFocused, setFocused] = useState(false);
  const wall = readWallTime(`2000-01-01T${value.length === 5 ? `${value}:00` : value}`);
  const shown = typed?.gave === value ? typed.text : wall === null ? value : formats.exactTime(wall);
  // A time that is not known because of another field is no fault of this one.
  const isUnread = readTimeOfDay(shown) === null && (shown !== '' || typed !== null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || value === '') return;
    event.preventDefault();
    setTyped(null);
    onChange(laterTimeOfDay(value, step));
  };
  return (
    <Field
      label={label}
      {...fault(error ?? (isUnread && !isFocused ? texts.timeUnreadable({ text: shown }) : null))}
    >
      <Input
        autoComplete="off"
        onBlur={() => {
          setFocused(false);
          if (!isUnread) setTyped(null);
        }}
        onChange={(_, { value: text }) => {
          const read = readTimeOfDay(text);
          setTyped({ text, gave: read ?? '' });
          onChange(read);
        }}
        onFocus={(event) => {
          setFocused(true);
          event.target.select();
        }}
        onKeyDown={onKeyDown}
        style={{ minWidth: 0, width: '100%' }}
        value={shown}
      />
    </Field>
  );
}
