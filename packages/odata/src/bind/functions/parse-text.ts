import type { PrimitiveName } from '../../model/types.ts';
import { parameter, raw, type Sql, sql } from '../../sql/fragment.ts';
import { postgresType } from '../typed.ts';

const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,12})?)?`;

/** How texts look that are values of a type (regular expressions of PostgreSQL). */
const looks: Partial<Record<PrimitiveName, string>> = {
  'Edm.Boolean': '^(true|false)$',
  'Edm.Guid': '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
  'Edm.Date': `^${DAY}$`,
  'Edm.DateTimeOffset': `^${DAY}T${TIME}(Z|[+-](0\\d|1[0-4]):[0-5]\\d)?$`,
  'Edm.TimeOfDay': `^${TIME}$`,
  'Edm.Duration': String.raw`^-?P(?=.)(\d{1,8}D)?(T(?=.)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}(\.\d+)?S)?)?$`,
};

/** What numbers look like; what lies beyond their range is dropped by who asks. */
export const NUMBER_LOOK = String.raw`^[+-]?\d{1,200}(\.\d{1,200})?([eE][+-]?\d{1,2})?$`;

/** A text as a value of a type, or null where it is none; null when no text can be one. */
export function parseText(text: Sql, name: PrimitiveName): Sql | null {
  const look = looks[name];
  if (look === undefined) return null;
  const from = sql`(select ${text} as t) given`;
  const isRight = sql`t ~ ${parameter(look, 'text')}`;
  return sql`(select case when ${isRight} then ${valueOf(name)} end from ${from})`;
}

function valueOf(name: PrimitiveName): Sql {
  if (name === 'Edm.Date') return ifDayExists(sql`t::date`);
  if (name === 'Edm.DateTimeOffset') {
    const inUtc = sql`case when t ~ '[Z+]|-..:..$' then t::timestamptz else t::timestamp at time zone 'UTC' end`;
    return ifDayExists(inUtc);
  }
  if (name === 'Edm.Duration') {
    // PostgreSQL reads a minus before each part only.
    return sql`case when t ~ '^-' then - substr(t, 2)::interval else t::interval end`;
  }
  return sql`t::${raw(postgresType(name))}`;
}

/** The 31st of a month with 30 days looks like a date, but PostgreSQL reports it as an error. */
function ifDayExists(value: Sql): Sql {
  const lastDay = sql`extract(day from (substr(t, 1, 8) || '01')::date + interval '1 month - 1 day')`;
  return sql`case when substr(t, 1, 4) <> '0000' then case when substr(t, 9, 2)::integer <= ${lastDay} then ${value} end end`;
}
