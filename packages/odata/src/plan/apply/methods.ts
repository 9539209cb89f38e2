import { fault, mismatch, unknownName } from '../../bind/faults.ts';
import {
  isFloating,
  isNumber,
  isPrimitive,
  isWholeNumber,
  primitive,
  type ResultType,
  type Typed,
} from '../../bind/typed.ts';
import type { Storage } from '../../model/members.ts';
import { nothing, type Sql, sql } from '../../sql/fragment.ts';
import { notOffered } from './not-offered.ts';

/** What an aggregate is made with. */
export interface Method {
  readonly type: ResultType;
  readonly nullable: boolean;
  /** How points in time are held that come of it. */
  readonly storage: Storage;
  /** Over all rows at once. */
  readonly whole: Sql;
  /** Over rows that were aggregated in part before: what each part carries, and how the parts come together; null where that is not possible. */
  readonly split: {
    readonly parts: readonly Sql[];
    readonly together: (parts: readonly Sql[]) => Sql;
  } | null;
  /** The value whose distinct ones count; parts have to be grouped by it. */
  readonly distinct: Typed | null;
}

const METHODS = ['sum', 'min', 'max', 'average', 'countdistinct'];

/** `$count`: how many rows. */
export const COUNT: Method = {
  type: primitive('Edm.Int64'),
  nullable: false,
  storage: 'timestamptz',
  whole: sql`count(*)`,
  split: { parts: [sql`count(*)`], together: ([count = sql`0`]) => sql`coalesce(sum(${count}), 0)::bigint` },
  distinct: null,
};

/** An aggregation method over a value; nulls do not count. Throws ODataError for unknown methods and values they cannot work on. */
export function methodOf(name: string, value: Typed, position: number): Method {
  switch (name.toLowerCase()) {
    case 'sum':
      return sumOf(value);
    case 'average':
      return averageOf(value);
    case 'min':
    case 'max':
      return extremeOf(name.toLowerCase() === 'min' ? 'min' : 'max', value);
    case 'countdistinct':
      return distinctCountOf(value);
    default:
      if (name.includes('.')) throw notOffered(`The aggregation method ${name}`, position);
      throw unknownName('aggregation method', name, METHODS, position);
  }
}

function sumOf(value: Typed): Method {
  checkSummable(value, 'sum');
  const { type, sql: x } = value;
  const isWhole = isWholeNumber(type);
  // The sum of reals would be as coarse as they are.
  const cast = isWhole ? sql`::bigint` : isPrimitive(type, 'Edm.Single') ? sql`::double precision` : nothing;
  const sum = (part: Sql) => (isWhole ? sql`sum(${part})${cast}` : sql`sum(${part}${cast})`);
  return {
    type: isWhole ? primitive('Edm.Int64') : isFloating(type) ? primitive('Edm.Double') : type,
    nullable: true,
    storage: value.storage,
    whole: sum(x),
    split: { parts: [isWhole ? sql`sum(${x})` : sum(x)], together: ([part = x]) => sum(part) },
    distinct: null,
  };
}

function averageOf(value: Typed): Method {
  checkSummable(value, 'average');
  const { type, sql: x } = value;
  const isExact = isNumber(type) && !isFloating(type);
  const divisor = (count: Sql) =>
    isExact ? sql`nullif(sum(${count}), 0)` : sql`nullif(sum(${count}), 0)::double precision`;
  const exact = (average: Sql) => (isExact ? sql`trim_scale(${average})` : average);
  return {
    type: isExact ? primitive('Edm.Decimal') : isFloating(type) ? primitive('Edm.Double') : type,
    nullable: true,
    storage: value.storage,
    whole: exact(sql`avg(${x})`),
    split: {
      parts: [sql`sum(${x})`, sql`count(${x})`],
      together: ([sum = x, count = x]) => exact(sql`(sum(${sum}) / ${divisor(count)})`),
    },
    distinct: null,
  };
}

/** `min` and `max`; PostgreSQL before 18 has none for all types. */
function extremeOf(name: 'min' | 'max', value: Typed): Method {
  const { type, storage, sql: x } = value;
  if (isPrimitive(type, 'Edm.Binary'))
    throw mismatch(`What ${name} works on`, type, 'an ordered value', value.position);
  const isBoolean = isPrimitive(type, 'Edm.Boolean');
  const isGuid = isPrimitive(type, 'Edm.Guid');
  const call = (part: Sql) => {
    if (isBoolean) return name === 'min' ? sql`bool_and(${part})` : sql`bool_or(${part})`;
    const text = name === 'min' ? sql`min` : sql`max`;
    return isGuid ? sql`${text}(${part}::text)::uuid` : sql`${text}(${part})`;
  };
  const together = ([part = x]: readonly Sql[]) => call(part);
  return {
    type,
    nullable: true,
    storage,
    whole: call(x),
    split: { parts: [call(x)], together },
    distinct: null,
  };
}

function countDistinct(part: Sql): Sql {
  return sql`count(distinct ${part})`;
}

function distinctCountOf(value: Typed): Method {
  return {
    type: primitive('Edm.Int64'),
    nullable: false,
    storage: value.storage,
    whole: countDistinct(value.sql),
    split: { parts: [value.sql], together: ([part = value.sql]) => countDistinct(part) },
    distinct: value,
  };
}

function checkSummable({ type, position }: Typed, method: string): void {
  if (isNumber(type) || isPrimitive(type, 'Edm.Duration')) return;
  throw mismatch(`What ${method} works on`, type, 'a number or a duration', position);
}

/** The fault that a type has no aggregates of its own. */
export function noCustomAggregate(name: string, position: number) {
  const message = `${name} is no custom aggregate; expected "with" and a method such as sum, at position ${position}.`;
  return fault('UnknownName', message, position);
}
