import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import type { OwnAndEffectiveSettings } from '@stint/contract';
import { colours, DurationField, useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { fault } from '../components/fault.ts';
import { timeDialogTexts } from '../texts/time-dialog/texts.ts';
import type { EntryField } from './entry.ts';
import { endOf, type TimeRange, withEnd } from './time-range.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.3fr) repeat(3, minmax(0, 1fr))',
    gap: '12px',
    alignItems: 'start',
    '@media (max-width: 560px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  input: {
    minWidth: 0,
    width: '100%',
    '& input[type="time"]::-webkit-calendar-picker-indicator': { display: 'none' },
  },
  presets: { display: 'flex', alignItems: 'center', gap: '6px', color: colours.dim, flexWrap: 'wrap' },
  preset: { minWidth: '52px' },
});

const PRESET_HOURS = [0.5, 1, 2, 4];

type AddTimeMode = OwnAndEffectiveSettings['effective']['addTimeMode'];

interface TimeFieldsProps {
  readonly range: TimeRange;
  readonly onChange: (range: TimeRange) => void;
  /** The owner's time zone. */
  readonly zone: string;
  /** What is asked for; the date always is. */
  readonly mode: AddTimeMode;
  readonly errorOf: (field: EntryField) => string | null;
}

/** Date, from–to and duration, kept in step: a new start moves the end, a new end changes the duration, a new duration the end. */
export function TimeFields({ range, onChange, zone, mode, errorOf }: TimeFieldsProps) {
  const styles = useStyles();
  const texts = useTexts(timeDialogTexts);
  const formats = useFormats();
  const durationText = (length: number | null) => (length === null ? '' : formats.exactLength(length));
  const [typed, setTyped] = useState(() => durationText(range.lengthSeconds));
  const step = range.from.length > 5 ? 1 : undefined;
  const change = (next: TimeRange) => {
    setTyped(durationText(next.lengthSeconds));
    onChange(next);
  };
  return (
    <>
      <div className={styles.row}>
        <Field label={texts.date} {...fault(errorOf('date'))}>
          <Input
            className={styles.input}
            onChange={(_, { value }) => onChange({ ...range, date: value })}
            type="date"
            value={range.date}
          />
        </Field>
        {mode !== 'duration' && (
          <>
            <Field label={texts.from} {...fault(errorOf('from'))}>
              <Input
                className={styles.input}
                onChange={(_, { value }) => onChange({ ...range, from: value })}
                step={step}
                type="time"
                value={range.from}
              />
            </Field>
            <Field label={texts.to}>
              <Input
                className={styles.input}
                onChange={(_, { value }) => {
                  if (value !== '') change(withEnd(range, value, zone));
                }}
                step={step}
                type="time"
                value={endOf(range, zone)}
              />
            </Field>
          </>
        )}
        {mode !== 'fromTo' && (
          <DurationField
            error={errorOf('duration')}
            label={texts.duration}
            onChange={(text, lengthSeconds) => {
              setTyped(text);
              onChange({ ...range, lengthSeconds });
            }}
            text={typed}
          />
        )}
      </div>
      <div aria-label={texts.presets} className={styles.presets} role="group">
        {PRESET_HOURS.map((hours) => (
          <Button
            className={styles.preset}
            key={hours}
            onClick={() => change({ ...range, lengthSeconds: hours * 3600 })}
            size="small"
          >
            {formats.number(hours, 1)} h
          </Button>
        ))}
      </div>
    </>
  );
}
