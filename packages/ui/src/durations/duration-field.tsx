import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useFormats } from '../format/use-formats.ts';
import { useTexts } from '../texts/use-texts.ts';
import { uiTexts } from '../texts/ui/texts.ts';
import { readingOf } from './reading.ts';

export interface DurationFieldProps {
  readonly label: string;
  /** What is typed, as it is. */
  readonly text: string;
  /** Gives the text and, when it can be read, its seconds. */
  readonly onChange: (text: string, lengthSeconds: number | null) => void;
  /** A refusal from elsewhere, such as the server's. */
  readonly error?: string | null;
  /** Whether nothing typed is as good as a length. */
  readonly isOptional?: boolean;
  /** Hours it may be at most, where that is more than time that is tracked. */
  readonly longestHours?: number;
}

/** A field for a duration in any form people type; its reading stands below while they do, a refusal once they leave. */
export function DurationField(props: DurationFieldProps) {
  const { label, text, onChange, error = null, isOptional = false, longestHours } = props;
  const [focused, setFocused] = useState(false);
  const texts = useTexts(uiTexts);
  const formats = useFormats();
  const reading = readingOf(text, formats, texts, longestHours);
  const refusal =
    error ?? (reading.ok || focused || (isOptional && text.trim() === '') ? null : reading.text);
  return (
    <Field
      hint={reading.ok ? reading.text : texts.durationExamples}
      label={label}
      validationMessage={refusal}
      validationState={refusal === null ? 'none' : 'error'}
    >
      <Input
        autoComplete="off"
        inputMode="text"
        onBlur={() => setFocused(false)}
        onChange={(_, { value }) => {
          const read = readingOf(value, formats, texts, longestHours);
          onChange(value, read.ok ? read.lengthSeconds : null);
        }}
        onFocus={(event) => {
          setFocused(true);
          event.target.select();
        }}
        style={{ minWidth: 0, width: '100%' }}
        value={text}
      />
    </Field>
  );
}
