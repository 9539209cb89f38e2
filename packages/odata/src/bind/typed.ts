import type { Storage } from '../model/members.ts';
import type { EnumType, PrimitiveName, ValueType } from '../model/types.ts';
import type { Sql } from '../sql/fragment.ts';

/** `null` of no type, a primitive or an enumeration. */
export type ResultType = ValueType | { readonly kind: 'null' };

/** An expression whose type is known, as SQL. */
export interface Typed {
  readonly type: ResultType;
  readonly nullable: boolean;
  /** How an `Edm.DateTimeOffset` is held. */
  readonly storage: Storage;
  readonly sql: Sql;
  /** Aliases of the rows that it reads. */
  readonly rows: ReadonlySet<string>;
  /** What stands in the query, where it is a literal: it takes the type of what it is compared with. */
  readonly literal: { readonly type: string; readonly value: string } | null;
  readonly position: number;
}

export function isPrimitive(type: ResultType, ...names: PrimitiveName[]): boolean {
  return type.kind === 'primitive' && names.includes(type.name);
}

/** Numbers from narrow to wide; of two, arithmetic has the wider one (OData URL Conventions 4.01, 5.1.1.2.7). */
const NUMBERS: readonly PrimitiveName[] = [
  'Edm.SByte',
  'Edm.Byte',
  'Edm.Int16',
  'Edm.Int32',
  'Edm.Int64',
  'Edm.Decimal',
  'Edm.Single',
  'Edm.Double',
];

export function isNumber(type: ResultType): boolean {
  return type.kind === 'primitive' && NUMBERS.includes(type.name);
}

export function isWholeNumber(type: ResultType): boolean {
  return type.kind === 'primitive' && NUMBERS.indexOf(type.name) >= 0 && NUMBERS.indexOf(type.name) <= 4;
}

/** The wider of two numeric types. */
export function widerNumber(left: ResultType, right: ResultType): PrimitiveName {
  const rank = (type: ResultType) => (type.kind === 'primitive' ? NUMBERS.indexOf(type.name) : -1);
  return NUMBERS[Math.max(rank(left), rank(right))] ?? 'Edm.Double';
}

/** The type's name as the query spells it. */
export function nameOfType(type: ResultType): string {
  return type.kind === 'null' ? 'null' : type.name;
}

/** The PostgreSQL type that holds a value. */
export function postgresType(
  type: PrimitiveName | EnumType['kind'],
  storage: Storage = 'timestamptz',
): string {
  return type === 'Edm.DateTimeOffset' ? storage : postgresTypes[type];
}

const postgresTypes: Readonly<Record<Exclude<PrimitiveName, 'Edm.DateTimeOffset'> | 'enum', string>> = {
  'Edm.Binary': 'bytea',
  'Edm.Boolean': 'boolean',
  'Edm.Byte': 'smallint',
  'Edm.Date': 'date',
  'Edm.Decimal': 'numeric',
  'Edm.Double': 'double precision',
  'Edm.Duration': 'interval',
  'Edm.Guid': 'uuid',
  'Edm.Int16': 'smallint',
  'Edm.Int32': 'integer',
  'Edm.Int64': 'bigint',
  'Edm.SByte': 'smallint',
  'Edm.Single': 'real',
  'Edm.String': 'text',
  'Edm.TimeOfDay': 'time',
  enum: 'integer',
};
