import {
  type EnumType,
  identifier,
  type PrimitiveName,
  type Sql,
  sql,
  type ValueProperty,
  type ValueType,
} from '@stint/odata';
import type { ReportingContext } from './context.ts';

export type Value = ValueProperty<ReportingContext>;
/** The SQL of a value on a row. */
export type Read = Value['sql'];

/** A value that may be null. */
export function optional(type: PrimitiveName | EnumType, read: string | Read): Value {
  return { kind: 'value', type: typeOf(type), nullable: true, sql: readOf(read) };
}

/** A value that is always there. */
export function required(type: PrimitiveName | EnumType, read: string | Read): Value {
  return { ...optional(type, read), nullable: false };
}

/** The same where it may be null. */
export function orNull(value: Value): Value {
  return { ...value, nullable: true };
}

/** Wall time: answered and compared as if it were UTC (reporting.md, Two date traps). */
export function wallTime(name: string): Value {
  return { ...required('Edm.DateTimeOffset', name), storage: 'timestamp' };
}

/** A column of the row. */
export function column(row: Sql, name: string): Sql {
  return sql`${row}.${identifier(name)}`;
}

function typeOf(type: PrimitiveName | EnumType): ValueType {
  return typeof type === 'string' ? { kind: 'primitive', name: type } : type;
}

function readOf(read: string | Read): Read {
  return typeof read === 'string' ? (row) => column(row, read) : read;
}
