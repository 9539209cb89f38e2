import type { ValueType } from '../model/types.ts';

/** What is known of a type's values beyond its name. */
export interface Facets {
  /** Digits of a second's fraction. */
  readonly precision?: number;
  /** Digits behind the point are not limited. */
  readonly scale?: 'variable';
}

/** PostgreSQL keeps microseconds; without the facet none would be promised (CSDL 4.01, 7.2.3 and 7.2.4). */
export function facetsOf(type: ValueType): Facets {
  switch (type.name) {
    case 'Edm.DateTimeOffset':
    case 'Edm.Duration':
    case 'Edm.TimeOfDay':
      return { precision: 6 };
    case 'Edm.Decimal':
      return { scale: 'variable' };
    default:
      return {};
  }
}
