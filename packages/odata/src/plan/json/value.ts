import type { Typed } from '../../bind/typed.ts';
import type { EnumType, PrimitiveName } from '../../model/types.ts';
import { join, raw, type Sql, sql, textConstant } from '../../sql/fragment.ts';
import { durationText } from './duration.ts';
import { type JsonParts, orNull } from './parts.ts';

/** How values are written beyond what the standard fixes. */
export interface ValueStyle {
  /** `Edm.Int64` and `Edm.Decimal` as texts. */
  readonly ieee754Compatible: boolean;
}

/**
 * A value as JSON (OData JSON Format 4.01, 7.1). A value that is said not to be null but is makes the whole text null, which
 * whoever reads the rows notices. Needs PostgreSQL's DateStyle ISO, which is its default.
 */
export function jsonOfValue(value: Typed, style: ValueStyle): JsonParts {
  const { type } = value;
  if (type.kind === 'null') return ['null'];
  const parts =
    type.kind === 'enum' ? quoted(enumText(type, value.sql)) : jsonOfPrimitive(type.name, value, style);
  return value.nullable ? orNull(parts) : parts;
}

/** A value as the text of a cell or of `/$value`: as JSON, but without quotes and escapes; null stays null. */
export function textOfValue({ type, sql: value, storage }: Typed): Sql {
  if (type.kind === 'null') return raw('null::text');
  if (type.kind === 'enum') return enumText(type, value);
  switch (type.name) {
    case 'Edm.DateTimeOffset':
      return momentText(value, storage);
    case 'Edm.Duration':
      return durationText(value);
    case 'Edm.Binary':
      return binaryText(value);
    case 'Edm.Single':
    case 'Edm.Double':
      return sql`case ${value} when 'Infinity' then 'INF' when '-Infinity' then '-INF' else ${value}::text end`;
    default:
      return sql`${value}::text`;
  }
}

function jsonOfPrimitive(name: PrimitiveName, value: Typed, { ieee754Compatible }: ValueStyle): JsonParts {
  switch (name) {
    case 'Edm.String':
      return [sql`to_json(${value.sql})::text`];
    case 'Edm.Int64':
    case 'Edm.Decimal':
      return ieee754Compatible ? quoted(textOfValue(value)) : [textOfValue(value)];
    case 'Edm.Single':
    case 'Edm.Double':
      return [floatJson(value.sql)];
    case 'Edm.Boolean':
    case 'Edm.Byte':
    case 'Edm.SByte':
    case 'Edm.Int16':
    case 'Edm.Int32':
      return [textOfValue(value)];
    default:
      return quoted(textOfValue(value));
  }
}

function quoted(text: Sql): JsonParts {
  return ['"', text, '"'];
}

function floatJson(value: Sql): Sql {
  const special = sql`when 'Infinity' then '"INF"' when '-Infinity' then '"-INF"' when 'NaN' then '"NaN"'`;
  return sql`case ${value} ${special} else ${value}::text end`;
}

function momentText(value: Sql, storage: Typed['storage']): Sql {
  const wall = storage === 'timestamp' ? value : sql`(${value} at time zone 'UTC')`;
  return sql`(replace(${wall}::text, ' ', 'T') || 'Z')`;
}

function binaryText(value: Sql): Sql {
  return sql`translate(encode(${value}, 'base64'), E'+/\\n=', '-_')`;
}

/** Names of an enumeration's members; of flags those that are set, with commas. A number without a name stays a number. */
function enumText({ members, isFlags }: EnumType, value: Sql): Sql {
  const entries = Object.entries(members);
  const cases = entries.map(([name, number]) => sql`when ${raw(String(number))} then ${textConstant(name)}`);
  if (!isFlags) return sql`case ${value} ${join(cases, ' ')} else ${value}::text end`;
  const single = entries.filter(([, number]) => number !== 0);
  const set = single.map(([name, number]) => {
    const bits = raw(String(number));
    return sql`case when ${value} & ${bits} = ${bits} then ${textConstant(name)} end`;
  });
  const flags = sql`case when ${value} is not null then concat_ws(',', ${join(set)}) end`;
  return sql`case ${value} ${join(cases, ' ')} else ${flags} end`;
}
