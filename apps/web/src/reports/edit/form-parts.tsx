import { Field, Input, Select } from '@fluentui/react-components';

/** A line of the form for a text; what is empty is taken out of the widget. */
export function TextPart(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  return (
    <Field label={props.label} {...(props.hint !== undefined && { hint: props.hint })} size="small">
      <Input
        onChange={(_, { value }) => props.onChange(value === '' ? undefined : value)}
        size="small"
        spellCheck={false}
        value={props.value ?? ''}
      />
    </Field>
  );
}

/** A line of the form for one of some values. */
export function ChoicePart(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}) {
  const isKnown = props.options.some(([value]) => value === props.value);
  return (
    <Field label={props.label} size="small">
      <Select onChange={(_, { value }) => props.onChange(value)} size="small" value={props.value}>
        {!isKnown && <option value={props.value}>{props.value}</option>}
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
