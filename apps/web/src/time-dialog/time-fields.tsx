import { Button, Field, makeStyles } from '@fluentui/react-components';
import type { OwnAndEffectiveSettings } from '@stint/contract';
import { colours, DurationField, useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { DateField } from '../components/date-field.tsx';
import { fault } from '../components/fault.ts';
import { timeDialogTexts } from '../texts/time-dialog/texts.ts';
import type { EntryField } from './entry.ts';
import { TimeOfDayField } from './time-of-day-field.tsx';
import { endOf, type TimeRange, withEnd } from './time-range.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.4fr) repeat(3, minmax(0, 1fr))',
    gap: '12px',
    alignItems: 'start',
    '@media (max-width: 560px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
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
  const change = (next: TimeRange) => {
    setTyped(durationText(next.lengthSeconds));
    onChange(next);
  };
  return (
    <>
      <div className={styles.row}>
        <Field label={texts.date} {...fault(errorOf('date'))}>
          <DateField onChange={(_, { value }) => onChange({ ...range, date: value })} value={range.date} />
        </Field>
        {mode !== 'duration' && (
          <>
            <TimeOfDayField
              error={errorOf('from')}
              label={texts.from}
              onChange={(from) => onChange({ ...range, from: from ?? '' })}
              value={range.from}
            />
            <TimeOfDayField
              error={null}
              label={texts.to}
              onChange={(end) => {
                if (end === null) onChange({ ...range, lengthSeconds: null });
                else change(withEnd(range, end, zone));
              }}
              value={endOf(range, zone)}
            />
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
