/** JSON text that stands for itself in a body, such as a number that JavaScript cannot write. */
export const raw = (text: string) => `@raw:${text}@`;

/** JSON of a value in which raw texts stand as they are. */
export function jsonOf(value: unknown): string | undefined {
  return JSON.stringify(value)?.replaceAll(/"@raw:([^"]*)@"/g, '$1');
}

/** A value where only a text can stand. */
export function textOfValue(value: unknown): string {
  return typeof value === 'string' ? value : (jsonOf(value) ?? '');
}
