import { makeStyles, Select, Switch } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '2px 16px',
    minHeight: '44px',
    padding: '6px 0',
    borderTop: `1px solid ${colours.line}`,
  },
  hint: { gridColumn: '1 / -1', color: colours.dim, fontSize: '12px', lineHeight: '16px' },
  switch: { justifySelf: 'end', marginRight: '-8px' },
  select: { minWidth: '150px', '@media (max-width: 420px)': { gridColumn: '1 / -1' } },
});

interface LineProps {
  readonly label: string;
  /** Why it is as it is, or what it does; null for nothing to say. */
  readonly hint?: string | null;
  readonly isDisabled?: boolean;
}

/** A setting on one line: what it is at the left, its value at the right, a hint below. */
function Line({
  label,
  hint,
  labelId,
  children,
}: LineProps & { readonly labelId: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <label htmlFor={labelId}>{label}</label>
      {children}
      {hint && (
        <span className={styles.hint} id={`${labelId}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

/** A setting that is on or off. */
export function SwitchLine(
  props: LineProps & { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void },
) {
  const styles = useStyles();
  const id = useId();
  return (
    <Line {...props} labelId={id}>
      <Switch
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        checked={props.isOn}
        className={styles.switch}
        disabled={props.isDisabled === true}
        id={id}
        onChange={(_, { checked }) => props.onChange(checked)}
      />
    </Line>
  );
}

/** A setting with some choices; each is its value and its text. */
export function SelectLine(
  props: LineProps & {
    readonly value: string;
    readonly choices: readonly (readonly [value: string, text: string])[];
    readonly onChange: (value: string) => void;
  },
) {
  const styles = useStyles();
  const id = useId();
  return (
    <Line {...props} labelId={id}>
      <Select
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        className={styles.select}
        disabled={props.isDisabled === true}
        id={id}
        onChange={(_, { value }) => props.onChange(value)}
        value={props.value}
      >
        {props.choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Line>
  );
}
