import { parameter, raw, type Sql } from '../../sql/fragment.ts';
import type { LiteralNode, LiteralType } from '../../syntax/ast.ts';
import { fault } from '../faults.ts';
import type { Scope } from '../scope.ts';
import { primitive, type ResultType, type Typed } from '../typed.ts';
import { literalAs } from './convert.ts';
import { enumNamed } from './enum.ts';
import { numberType } from './number.ts';

const NO_ROWS: ReadonlySet<string> = new Set();

const types: Partial<Record<LiteralType, ResultType>> = {
  null: { kind: 'null' },
  boolean: primitive('Edm.Boolean'),
  string: primitive('Edm.String'),
  guid: primitive('Edm.Guid'),
  date: primitive('Edm.Date'),
  dateTimeOffset: primitive('Edm.DateTimeOffset'),
  timeOfDay: primitive('Edm.TimeOfDay'),
  duration: primitive('Edm.Duration'),
  binary: primitive('Edm.Binary'),
};

/** A literal with the type that it has by itself. */
export function bindLiteral(node: LiteralNode, scope: Scope): Typed {
  const { position, ...literal } = node;
  const type = typeOf(node, scope);
  const value: Typed = {
    type,
    nullable: type.kind === 'null',
    storage: 'timestamptz',
    sql: nothingYet,
    rows: NO_ROWS,
    literal,
    position,
  };
  if (type.kind === 'null') return { ...value, sql: raw('null') };
  const converted = literalAs(value, type);
  if (!converted) throw new Error(`a literal of ${type.name} is not one of its own type`);
  return converted;
}

const nothingYet: Sql = parameter(null, 'text');

function typeOf(node: LiteralNode, { enums }: Scope): ResultType {
  const { type, typeName = '', position } = node;
  if (type === 'geo') {
    throw fault('NotImplemented', `Shapes (${typeName}) are not supported (position ${position}).`, position);
  }
  if (type === 'enum') return enumNamed(enums, typeName, position);
  return types[type] ?? numberType(node);
}
