import type { EnumType } from '../../model/types.ts';
import { join, parameter, raw, type Sql, sql, textConstant } from '../../sql/fragment.ts';
import { asWallTime } from '../operators/common.ts';
import type { Typed } from '../typed.ts';

/** A value as text, as answers show it (OData URL Conventions 4.01, 5.1.1.10.1). */
export function asText(value: Typed): Sql {
  const { type, sql: text } = value;
  if (type.kind === 'null') return raw('null::text');
  if (type.kind === 'enum') return type.isFlags ? flagNames(type, text) : memberName(type, text);
  switch (type.name) {
    case 'Edm.String':
      return text;
    case 'Edm.Date':
      return sql`(to_json(${text}) #>> '{}')`;
    case 'Edm.DateTimeOffset':
      return sql`((to_json(${asWallTime(value)}) #>> '{}') || 'Z')`;
    case 'Edm.Duration':
      return durationAsText(text);
    case 'Edm.Single':
    case 'Edm.Double':
      return sql`replace(${text}::text, 'Infinity', 'INF')`;
    case 'Edm.Binary':
      return sql`translate(encode(${text}, 'base64'), ${parameter('+/=\n', 'text')}, '-_')`;
    default:
      return sql`${text}::text`;
  }
}

/** A duration in the notation of XML Schema, such as `-P1DT2H30M0.5S`: days of 24 hours, no months. */
function durationAsText(duration: Sql): Sql {
  const days = sql`nullif(div(abs(e), 86400), 0) || 'D'`;
  const hours = sql`nullif(div(abs(e) % 86400, 3600), 0) || 'H'`;
  const minutes = sql`nullif(div(abs(e) % 3600, 60), 0) || 'M'`;
  const seconds = sql`nullif(trim_scale(abs(e) % 60), 0) || 'S'`;
  const time = sql`case when e % 86400 <> 0 then concat('T', ${hours}, ${minutes}, ${seconds}) end`;
  const whole = sql`concat(case when e < 0 then '-' end, 'P', ${days}, ${time})`;
  const seconded = sql`(select extract(epoch from ${duration}) as e) duration`;
  return sql`(select case when e = 0 then 'PT0S' when e is not null then ${whole} end from ${seconded})`;
}

/** A member's name; the number where no member has it. */
function memberName({ members }: EnumType, value: Sql): Sql {
  const names = Object.entries(members).map(
    ([name, number]) => sql`when ${raw(String(number))} then ${textConstant(name)}`,
  );
  const one = sql`(select ${value} as n) member`;
  if (names.length === 0) return sql`${value}::text`;
  return sql`(select case n ${join(names, ' ')} else n::text end from ${one})`;
}

/** The names of the flags that are set, with commas between them. */
function flagNames({ members }: EnumType, value: Sql): Sql {
  const names = Object.entries(members).map(
    ([name, number]) => sql`case when ${raw(isSet(number))} then ${textConstant(name)} end`,
  );
  const one = sql`(select ${value} as n) flags`;
  if (names.length === 0) return sql`${value}::text`;
  return sql`(select case when n is not null then coalesce(nullif(concat_ws(',', ${join(names)}), ''), n::text) end from ${one})`;
}

function isSet(flag: number): string {
  return flag === 0 ? 'n = 0' : `n & ${flag} = ${flag}`;
}
