import { join, type Sql, sql, textConstant } from '../../sql/fragment.ts';

/** JSON text of one value, put together by PostgreSQL: constant text and SQL expressions of type text, one behind the other. */
export type JsonParts = readonly (string | Sql)[];

/** The parts as one expression of type text; neighbouring constants become one. */
export function textOf(parts: JsonParts): Sql {
  const merged: Sql[] = [];
  let constant = '';
  for (const part of parts) {
    if (typeof part === 'string') constant += part;
    else {
      if (constant !== '') merged.push(textConstant(constant));
      constant = '';
      merged.push(part);
    }
  }
  if (constant !== '' || merged.length === 0) merged.push(textConstant(constant));
  return join(merged, ' || ');
}

/** The same, or `null` as JSON where PostgreSQL has none. */
export function orNull(parts: JsonParts): JsonParts {
  return [sql`coalesce(${textOf(parts)}, 'null')`];
}

/** An object of members in their order. */
export function objectOf(members: readonly (readonly [name: string, value: JsonParts])[]): JsonParts {
  const parts: (string | Sql)[] = ['{'];
  for (const [index, [name, value]] of members.entries()) {
    parts.push(`${index === 0 ? '' : ','}${JSON.stringify(name)}:`, ...value);
  }
  parts.push('}');
  return parts;
}
