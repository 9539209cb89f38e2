import { parameter, raw, type Sql, sql } from '../../sql/fragment.ts';
import { fault } from '../faults.ts';
import { isUtc } from '../literals/time.ts';
import { asWallTime } from '../operators/common.ts';
import { isPrimitive, made, primitive, type Typed } from '../typed.ts';
import { type BuiltIn, type Call, fixed, oneOf, only } from './signature.ts';

const moment = oneOf('Edm.DateTimeOffset');
const day = oneOf('Edm.Date', 'Edm.DateTimeOffset');
const clock = oneOf('Edm.TimeOfDay', 'Edm.DateTimeOffset');

/** Functions of dates and times (OData URL Conventions 4.01, 5.1.1.8). Points in time are in UTC; wall times as they stand. */
export const dateTimeFunctions: Readonly<Record<string, BuiltIn>> = {
  year: fixed('Edm.Int32', [day], (args, call) => part('year', args, call)),
  month: fixed('Edm.Int32', [day], (args, call) => part('month', args, call)),
  day: fixed('Edm.Int32', [day], (args, call) => part('day', args, call)),
  hour: fixed('Edm.Int32', [clock], (args, call) => part('hour', args, call)),
  minute: fixed('Edm.Int32', [clock], (args, call) => part('minute', args, call)),
  second: fixed(
    'Edm.Int32',
    [clock],
    (args) => sql`floor(extract(second from ${wall(only(args))}))::integer`,
  ),
  fractionalseconds: fixed(
    'Edm.Decimal',
    [clock],
    (args) => sql`(extract(second from ${wall(only(args))}) % 1)`,
  ),
  totalseconds: fixed(
    'Edm.Decimal',
    [oneOf('Edm.Duration')],
    (args) => sql`extract(epoch from ${only(args).sql})`,
  ),
  date: fixed('Edm.Date', [moment], (args, call) => sql`${inUtc(only(args), call)}::date`),
  time: fixed('Edm.TimeOfDay', [moment], (args, call) => sql`${inUtc(only(args), call)}::time`),
  totaloffsetminutes: fixed('Edm.Int32', [moment], (args) => {
    const value = only(args);
    return value.nullable ? sql`(case when ${value.sql} is not null then 0 end)` : raw('0');
  }),
  now: (call) => constantMoment(call.now.toISOString(), call),
  mindatetime: (call) => constantMoment('0001-01-01T00:00:00Z', call),
  maxdatetime: (call) => constantMoment('9999-12-31T23:59:59.999999Z', call),
};

/** A moment that is known before the query runs: like a literal, it takes the storage of what it is compared with. */
function constantMoment(value: string, { position }: Call): Typed {
  const type = primitive('Edm.DateTimeOffset');
  const literal = { type: 'dateTimeOffset', value } as const;
  return { ...made(type, parameter(value, 'timestamptz'), [], position), literal };
}

function part(name: string, args: readonly Typed[], call: Call): Sql {
  return sql`extract(${raw(name)} from ${inUtc(only(args), call)})::integer`;
}

/** What the parts of a date are read from. A literal with an offset is refused: its parts in UTC are not those that it shows (5.1.1.8.2). */
function inUtc(value: Typed, { name }: Call): Sql {
  const { literal, position } = value;
  if (literal?.type === 'dateTimeOffset' && !isUtc(literal.value)) {
    const message = `${name} reads points in time in UTC; write the one at position ${position} with Z.`;
    throw fault('InvalidQuery', message, position);
  }
  return wall(value);
}

function wall(value: Typed): Sql {
  return isPrimitive(value.type, 'Edm.DateTimeOffset') ? asWallTime(value) : value.sql;
}
