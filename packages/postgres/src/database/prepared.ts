import { CompiledQuery } from 'kysely';

interface NamedQuery<Row> extends CompiledQuery<Row> {
  readonly statementName: string;
}

/**
 * A hot statement that every connection prepares once: PostgreSQL then keeps its plan, which for a statement over
 * several tables takes longer to make than to run. Only for statements whose best plan does not depend on the values:
 * a range that may be short or long belongs into a plain query.
 * @param name of this statement alone, among all statements of the program.
 * @example
 * const findNote = prepared<{ text: string }>('find-note', 'select text from note where id = $1');
 * const { rows } = await db.executeQuery(findNote([id]));
 */
export function prepared<Row>(
  name: string,
  sql: string,
): (parameters: readonly unknown[]) => CompiledQuery<Row> {
  return (parameters) => {
    const query: NamedQuery<Row> = { ...CompiledQuery.raw(sql, [...parameters]), statementName: name };
    return query;
  };
}

/** The name under which a query is prepared; undefined for plain ones. */
export function nameOf(query: CompiledQuery): string | undefined {
  return (query as Partial<NamedQuery<unknown>>).statementName;
}
