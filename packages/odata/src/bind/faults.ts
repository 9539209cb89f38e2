import { ODataError, type ODataErrorCode } from '../error.ts';
import { nearestNames } from './nearest.ts';
import type { Shape } from './shape.ts';
import { nameOfType, type ResultType, type Typed } from './typed.ts';

/** A fault at a place of the option that is being bound. */
export function fault(code: ODataErrorCode, message: string, position: number): ODataError {
  return new ODataError(code, message, { position });
}

/** Operands or arguments of types that do not go together; `expected` says what would be right. */
export function mismatch(what: string, found: ResultType, expected: string, position: number): ODataError {
  const message = `${what} cannot be ${nameOfType(found)} at position ${position}; expected ${expected}.`;
  return fault('TypeMismatch', message, position);
}

/** A name that a shape does not have, with the nearest ones that it has. */
export function unknownMember(name: string, shape: Shape, position: number): ODataError {
  const of = shape.type ? ` of ${shape.type.name}` : '';
  const near = nearestNames(name, shape.names());
  const hint = near.length === 0 ? '' : `; nearest: ${near.join(', ')}`;
  return fault('UnknownName', `Unknown property "${name}"${of} at position ${position}${hint}.`, position);
}

/** A name that is none of those there are. */
export function unknownName(
  what: string,
  name: string,
  known: readonly string[],
  position: number,
): ODataError {
  const near = nearestNames(name, known);
  const hint = near.length === 0 ? '' : `; nearest: ${near.join(', ')}`;
  return fault('UnknownName', `Unknown ${what} "${name}" at position ${position}${hint}.`, position);
}

/** Examples of literals, for faults that say what would be right. */
const examples: Readonly<Record<string, string>> = {
  'Edm.Binary': "binary data such as binary'T0RhdGE'",
  'Edm.Boolean': 'true or false',
  'Edm.Date': 'a date such as 2024-01-31',
  'Edm.DateTimeOffset': 'a point in time such as 2024-01-31T08:00:00Z',
  'Edm.Duration': "a duration such as duration'PT1H30M'",
  'Edm.Guid': 'a GUID such as 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  'Edm.String': "a text in single quotes such as 'abc'",
  'Edm.TimeOfDay': 'a time of day such as 08:30:00',
};

/** What a value of the type looks like. */
export function exampleOf(type: ResultType): string {
  if (type.kind === 'null') return 'null';
  if (type.kind === 'primitive') return examples[type.name] ?? 'a number such as 5';
  const [member = '0'] = Object.keys(type.members);
  return `a member of ${type.name} such as '${member}'`;
}

/** Throws ODataError unless the value is a boolean or null. */
export function checkBoolean(value: Typed, what: string): void {
  const { type } = value;
  if (type.kind === 'null' || nameOfType(type) === 'Edm.Boolean') return;
  throw mismatch(what, type, 'a condition such as Name eq 5', value.position);
}
