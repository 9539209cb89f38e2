import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({ field: { maxWidth: '220px', marginBottom: '8px' } });

interface StateFilterProps<State extends string> {
  readonly label: string;
  /** Names the choice of all. */
  readonly all: string;
  /** The states in order, with their names in the language of the page. */
  readonly states: readonly (readonly [state: State, name: string])[];
  /** null: all. */
  readonly value: State | null;
  readonly onChange: (state: State | null) => void;
}

/** Narrows a list to what is in one state. */
export function StateFilter<State extends string>(props: StateFilterProps<State>) {
  const { label, all, states, value, onChange } = props;
  const styles = useStyles();
  return (
    <Field className={styles.field} label={label}>
      <Select
        onChange={(_, chosen) => onChange(states.find(([state]) => state === chosen.value)?.[0] ?? null)}
        value={value ?? ''}
      >
        <option value="">{all}</option>
        {states.map(([state, name]) => (
          <option key={state} value={state}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
