import type { Storage } from '../model/members.ts';
import type { EnumType, PrimitiveName, ValueType } from '../model/types.ts';
import type { Sql } from '../sql/fragment.ts';
import type { LiteralType } from '../syntax/ast.ts';

/** `null` of no type, a primitive or an enumeration. */
export type ResultType = ValueType | { readonly kind: 'null' };

/** What stands in the query: it takes the type of what it is compared with. */
export interface Literal {
  readonly type: LiteralType;
  readonly value: string;
  /** The enumeration that an enum literal names. */
  readonly typeName?: string;
}

/** An expression whose type is known, as SQL. */
export interface Typed {
  readonly type: ResultType;
  readonly nullable: boolean;
  /** How an `Edm.DateTimeOffset` is held. */
  readonly storage: Storage;
  /** The value, an operand that needs no more parentheses; a boolean is null only where OData says so. */
  readonly sql: Sql;
  /** A boolean as a condition: NULL may stand for false here, so that plain comparisons and their indexes do. */
  readonly condition?: Sql;
  /** Aliases of the rows that it reads. */
  readonly rows: ReadonlySet<string>;
  readonly literal: Literal | null;
  /** Characters before it. */
  readonly position: number;
}

const NO_ROWS: ReadonlySet<string> = new Set();

/** A value made of others: it reads their rows, and may be null where one of them may. */
export function made(
  type: ResultType,
  sql: Sql,
  of: readonly Typed[],
  position: number,
  more: Partial<Pick<Typed, 'nullable' | 'storage' | 'condition'>> = {},
): Typed {
  const nullable = of.some((each) => each.nullable);
  return { type, nullable, storage: 'timestamptz', sql, rows: rowsOf(of), literal: null, position, ...more };
}

/** Aliases of the rows that any of the values reads. */
function rowsOf(values: readonly Typed[]): ReadonlySet<string> {
  const reading = values.filter(({ rows }) => rows.size > 0);
  const [first] = reading;
  if (!first) return NO_ROWS;
  return reading.length === 1 ? first.rows : new Set(reading.flatMap(({ rows }) => [...rows]));
}

const primitives = new Map<PrimitiveName, ValueType>();

/** A primitive type by its name. */
export function primitive(name: PrimitiveName): ValueType {
  const known = primitives.get(name);
  if (known) return known;
  const type = { kind: 'primitive', name } as const;
  primitives.set(name, type);
  return type;
}

export function isPrimitive(type: ResultType, ...names: PrimitiveName[]): boolean {
  return type.kind === 'primitive' && names.includes(type.name);
}

/** Numbers from narrow to wide; of two, arithmetic has the wider one (OData URL Conventions 4.01, 5.1.1.12). */
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
  return isNumber(type) && !isPrimitive(type, 'Edm.Decimal', 'Edm.Single', 'Edm.Double');
}

export function isFloating(type: ResultType): boolean {
  return isPrimitive(type, 'Edm.Single', 'Edm.Double');
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

export function isSameType(left: ResultType, right: ResultType): boolean {
  return nameOfType(left) === nameOfType(right);
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

/** The PostgreSQL type that holds values of a type; `text` for a bare null. */
export function heldAs(type: ResultType, storage?: Storage): string {
  if (type.kind === 'null') return 'text';
  return type.kind === 'enum' ? postgresTypes.enum : postgresType(type.name, storage);
}
