import { Input, makeStyles, mergeClasses } from '@fluentui/react-components';
import { readWallDate } from '@stint/domain';
import { useFormats } from '@stint/ui';
import { useState } from 'react';

const useStyles = makeStyles({
  box: { position: 'relative', display: 'flex', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  covered: { '& input': { color: 'transparent' } },
  text: {
    position: 'absolute',
    insetInline: '12px 32px',
    top: '50%',
    transform: 'translateY(-50%)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
  },
});

interface DateFieldProps {
  /** `YYYY-MM-DD`, or what is there of it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether a dialog begins here. */
  readonly isFirst?: boolean;
}

/**
 * The browser’s field for a day. It follows the language of the browser, so the day stands over it in the format of the person’s
 * settings, with its weekday, until one goes into it.
 */
export function DateField({ value, onChange, isFirst = false, ...field }: DateFieldProps) {
  const styles = useStyles();
  const formats = useFormats();
  const [isFocused, setFocused] = useState(false);
  const day = readWallDate(value);
  const isCovered = day !== null && !isFocused;
  return (
    <span className={styles.box}>
      <Input
        {...field}
        className={mergeClasses(styles.input, isCovered && styles.covered)}
        onBlur={() => setFocused(false)}
        onChange={(_, data) => onChange(data.value)}
        onFocus={() => setFocused(true)}
        type="date"
        value={value}
        {...(isFirst && { 'data-first-focus': '' })}
      />
      {isCovered && (
        <span aria-hidden className={styles.text}>
          {formats.day(day, 'weekday')}
        </span>
      )}
    </span>
  );
}
