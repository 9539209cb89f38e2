import { Button, Field, Input, makeStyles, mergeClasses } from '@fluentui/react-components';
import { DurationField, type Formats, useTexts } from '@stint/ui';
import type { Rules } from '../../core/organizations/server-copy.ts';
import { desktopTexts } from '../texts/texts.ts';
import { type Draft, endOf, lengthUntil } from './draft.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.3fr) minmax(0, 1fr) minmax(0, 1fr)',
    gap: '8px',
    alignItems: 'start',
    '@media (max-width: 420px)': { gridTemplateColumns: '1fr 1fr' },
  },
  // The picture of a clock takes the room that the time needs.
  time: { '& input::-webkit-calendar-picker-indicator': { display: 'none' } },
  presets: { display: 'flex', gap: '6px', flexWrap: 'wrap' },
  preset: { minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
});

/** The lengths that one click gives, in seconds. */
const PRESETS = [1800, 3600, 7200, 14_400];

interface TimeFieldsProps {
  readonly draft: Draft;
  readonly formats: Formats;
  readonly zone: string;
  /** What is asked for; the date always is. */
  readonly mode: Rules['addTimeMode'];
  readonly onChange: (part: Partial<Draft>) => void;
}

/** When and how long: a duration, from and to, or a preset; each follows the others. */
export function TimeFields({ draft, formats, zone, mode, onChange }: TimeFieldsProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const take = (length: number) => onChange({ length, duration: formats.exactLength(length) });
  return (
    <>
      <div className={styles.row}>
        <Field label={texts.date}>
          <Input
            className={styles.input}
            onChange={(_, { value }) => onChange({ date: value })}
            type="date"
            value={draft.date}
          />
        </Field>
        {mode !== 'duration' && (
          <>
            <Field label={texts.from}>
              <Input
                className={mergeClasses(styles.input, styles.time)}
                onChange={(_, { value }) => onChange({ from: value })}
                type="time"
                value={draft.from}
              />
            </Field>
            <Field label={texts.to}>
              <Input
                className={mergeClasses(styles.input, styles.time)}
                onChange={(_, { value }) => {
                  const length = lengthUntil(draft, value, zone);
                  if (length !== null) take(length);
                }}
                type="time"
                value={endOf(draft, zone)}
              />
            </Field>
          </>
        )}
      </div>
      {mode !== 'fromTo' && (
        <DurationField
          label={texts.duration}
          onChange={(duration, length) => onChange({ duration, length })}
          text={draft.duration}
        />
      )}
      <div aria-label={texts.presets} className={styles.presets} role="group">
        {PRESETS.map((length) => (
          <Button className={styles.preset} key={length} onClick={() => take(length)} size="small">
            {formats.hours(length)}
          </Button>
        ))}
      </div>
    </>
  );
}
