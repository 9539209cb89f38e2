/** An SQL array of the entries that a JSON parameter holds, each as `AskedRow`. */
export function askedOf(parameter: string): string {
  return `array(select asked from json_populate_recordset(null::asked_entry, ${parameter}::json) as asked)`;
}

/**
 * A call of the SQL function that says which entries break a rule, as JSON of `RefusedEntry`s or null; it takes the locks
 * of their people first. $1 is the organization; `asked` an SQL array; the `GuardParameters` stand from the parameter
 * number `first` on.
 */
export function refusedEntries(asked: string, first: number): string {
  const types = ['timestamptz', 'smallint[]', 'integer', 'timestamptz'];
  const rules = types.map((type, index) => `$${first + index}::${type}`).join(', ');
  return `refused_entries($1::uuid, ${asked}, ${rules})`;
}

/**
 * The common table expression `guard` with one row, whose column `refused` is what the call answers. Statements that
 * write only where `NOTHING_REFUSED` holds ask it before they lock or write the first row.
 */
export function guardExpression(call: string): string {
  return `
guard as materialized (
  select ${call} as refused
)`;
}

export const NOTHING_REFUSED = '(select refused from guard) is null';
