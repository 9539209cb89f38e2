import { Input, type InputProps, makeStyles, mergeClasses } from '@fluentui/react-components';
import { readWallDate, type WallTime } from '@stint/domain';
import { useFormats } from '@stint/ui';
import { useState } from 'react';

const useStyles = makeStyles({
  box: { position: 'relative', display: 'inline-flex', minWidth: 0, maxWidth: '100%' },
  input: {
    width: '100%',
    minWidth: 0,
    // The browser writes dates and times as its own language has it: shown only while they are typed.
    '& input:not(:focus)::-webkit-datetime-edit': { opacity: 0 },
    '@supports (-moz-appearance: none)': { '& input:not(:focus)': { color: 'transparent' } },
  },
  shown: {
    position: 'absolute',
    zIndex: 1,
    top: 0,
    bottom: 0,
    left: '13px',
    right: '36px',
    display: 'flex',
    alignItems: 'center',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    ':has(~ *:focus-within)': { display: 'none' },
  },
});

/** A field for a day (`YYYY-MM-DD`), which stands there as the person's settings write days. */
export function DateField(props: DayOrTimeProps) {
  const formats = useFormats();
  const write = (text: string) => {
    const day = readWallDate(text);
    return day === null ? '' : formats.day(day);
  };
  return <Shown {...props} type="date" write={write} />;
}

/** A field for a time of day (`HH:MM`), which stands there as the person's settings write times. */
export function TimeField(props: DayOrTimeProps) {
  const formats = useFormats();
  const write = (text: string) =>
    /^\d\d:\d\d$/.test(text) ? formats.time(`2000-01-01T${text}:00` as WallTime) : '';
  return <Shown {...props} type="time" write={write} />;
}

type DayOrTimeProps = Omit<InputProps, 'type'>;

function Shown({
  write,
  className,
  onChange,
  ...props
}: InputProps & { readonly write: (text: string) => string }) {
  const styles = useStyles();
  // What is in a field that keeps its value by itself.
  const [kept, setKept] = useState(props.defaultValue ?? '');
  return (
    <span className={mergeClasses(styles.box, className)}>
      <span aria-hidden className={styles.shown}>
        {write(props.value ?? kept)}
      </span>
      <Input
        {...props}
        className={styles.input}
        onChange={(event, data) => {
          setKept(data.value);
          onChange?.(event, data);
        }}
      />
    </span>
  );
}
