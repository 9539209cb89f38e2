/** JSON that PostgreSQL takes as jsonb: its texts can hold neither the character zero nor halves of surrogate pairs. */
export function jsonbOf(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? each.replaceAll('\0', '').toWellFormed() : each,
  );
}
