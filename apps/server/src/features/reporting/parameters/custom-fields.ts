import { ODataError } from '@stint/odata';
import { MOST_FIELDS } from '../model/types/work-item-fields.ts';

/** What a field holds. */
export type FieldKind = 'String' | 'Numeric' | 'Boolean';

/** Fields that `customFields` may name: five of each kind. */
export const MOST_CUSTOM_FIELDS = 3 * MOST_FIELDS;

/**
 * Gives each field the property that shows it: its kind's with the number of its place in the whole list, so that
 * `ProjectCode,Custom.Finance,Extra.Order` are CustomStringField1, CustomStringField2, CustomNumericField3 (reporting.md, Options).
 * There are five of each kind: a field from the sixth place on has the first of its kind that is free. Throws ODataError when none is.
 */
export function customFieldProperties(
  names: readonly string[],
  kindOf: (name: string) => FieldKind,
): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const kind = kindOf(name);
    const numbered = Array.from({ length: MOST_FIELDS }, (_, number) => `Custom${kind}Field${number + 1}`);
    const own = numbered[index] ?? numbered.find((property) => !properties.has(property));
    if (own === undefined) {
      throw new ODataError(
        'InvalidQuery',
        `"${name}" is one field of the type ${kind} too many; expected ${MOST_FIELDS} of a type at most.`,
        { target: 'customFields' },
      );
    }
    properties.set(own, name);
  }
  return properties;
}
