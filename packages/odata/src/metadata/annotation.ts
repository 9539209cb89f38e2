/** What an annotation says, before it is written as XML or JSON (CSDL 4.01, 14.3 and 14.4). */
export type AnnotationValue = string | boolean | number | readonly string[] | EnumValue | AnnotationRecord;

/** A member of an enumeration of a vocabulary. */
export interface EnumValue {
  readonly kind: 'enum';
  readonly type: string;
  readonly member: string;
}

export interface AnnotationRecord {
  readonly kind: 'record';
  readonly values: Readonly<Record<string, AnnotationValue>>;
}

/** Values by their terms, such as `Core.Description`. */
export type Annotations = Readonly<Record<string, AnnotationValue>>;

export function record(values: AnnotationRecord['values']): AnnotationRecord {
  return { kind: 'record', values };
}

export function isCollection(value: AnnotationValue): value is readonly string[] {
  return Array.isArray(value);
}

/** Says what something is, where the model does. */
export function description(text: string | undefined): Annotations {
  return text === undefined ? {} : { 'Core.Description': text };
}
