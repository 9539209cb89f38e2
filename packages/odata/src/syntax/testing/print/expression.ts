import type { AggregateItem, Argument, Expression, LiteralNode, PathSegment } from '../../ast.ts';
import { printSearch } from './search.ts';

/** Binding of the operators; what binds less tightly than its place allows is put in parentheses. */
const BINDING: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  gt: 4,
  ge: 4,
  lt: 4,
  le: 4,
  add: 5,
  sub: 5,
  mul: 6,
  div: 6,
  divby: 6,
  mod: 6,
  has: 8,
  in: 8,
};
const UNARY = 7;
const PRIMARY = 9;

/** Writes an expression in the one way that reads back as the same tree, positions aside. */
export function printExpression(expression: Expression, least = 0): string {
  const text = printed(expression);
  return bindingOf(expression) < least ? `(${text})` : text;
}

/** The OASIS grammar knows nothing but `and` and `or` behind a list: as an operand, `in` is put in parentheses. */
const MEMBERSHIP = 2.5;

function bindingOf(expression: Expression): number {
  if (expression.kind === 'binary' && expression.operator === 'in') return MEMBERSHIP;
  if (expression.kind === 'logical' || expression.kind === 'binary') return BINDING[expression.operator] ?? 0;
  return expression.kind === 'unary' ? UNARY : PRIMARY;
}

function printed(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression);
    case 'path':
      return expression.segments.map((segment, index) => printSegment(segment, index)).join('');
    case 'call':
      return `${expression.name}(${expression.args.map((argument) => printExpression(argument)).join(',')})`;
    case 'type':
      return expression.isCollection ? `Collection(${expression.name})` : expression.name;
    case 'unary':
      return `${expression.operator === 'not' ? 'not ' : '- '}${printExpression(expression.operand, UNARY)}`;
    case 'logical': {
      const binding = bindingOf(expression) + 1;
      return expression.operands
        .map((operand) => printExpression(operand, binding))
        .join(` ${expression.operator} `);
    }
    case 'binary': {
      const { left, operator, right } = expression;
      const binding = BINDING[operator] ?? 0;
      const rightText = operator === 'in' ? printCollection(right) : printExpression(right, binding + 1);
      return `${printExpression(left, binding)} ${operator} ${rightText}`;
    }
    case 'list':
      return `(${expression.items.map(printLiteral).join(',')})`;
    case 'case':
      return `case(${expression.branches.map(({ when, result }) => `${printExpression(when)} :${printExpression(result)}`).join(',')})`;
    case 'array':
      return `[${expression.items.map((item) => printExpression(item)).join(',')}]`;
    default:
      return `{${expression.members.map(({ name, value }) => `${JSON.stringify(name)}:${printExpression(value)}`).join(',')}}`;
  }
}

/** A single literal in parentheses would be a list. */
function printCollection(right: Expression): string {
  return right.kind === 'list' ? printed(right) : printExpression(right, BINDING['in'] ?? 0);
}

const PREFIX: Partial<Record<LiteralNode['type'], string>> = { duration: 'duration', binary: 'binary' };

function printLiteral({ type, value, typeName }: LiteralNode): string {
  const prefix = typeName ?? PREFIX[type];
  if (prefix === undefined && type !== 'string') return value;
  return `${prefix ?? ''}'${value.replaceAll("'", "''")}'`;
}

function printSegment(segment: PathSegment, index: number): string {
  const slash = index === 0 ? '' : '/';
  switch (segment.type) {
    case 'name':
    case 'variable':
      return slash + segment.name;
    case 'annotation':
      return `${slash}@${segment.term}${segment.qualifier === undefined ? '' : `#${segment.qualifier}`}`;
    case 'arguments':
      return `(${printArguments(segment.items)})`;
    case 'count': {
      const filter = segment.filter ? `$filter=${printExpression(segment.filter)}` : '';
      const search = segment.search ? `$search=${printSearch(segment.search)}` : '';
      const options = [filter, search].filter(Boolean).join(';');
      return `${slash}$count${options === '' ? '' : `(${options})`}`;
    }
    case 'filter':
      return `${slash}$filter(${printExpression(segment.predicate)})`;
    case 'any':
    case 'all':
      return `${slash}${segment.type}(${segment.predicate ? `${segment.variable}:${printExpression(segment.predicate)}` : ''})`;
    default:
      return `${slash}aggregate(${printAggregate(segment.item)})`;
  }
}

export function printArguments(items: readonly Argument[]): string {
  return items.map(({ name, value }) => (name === null ? '' : `${name}=`) + printValue(value)).join(',');
}

/** What stands behind `=`: where it begins with an array or an object, a parser of the OASIS grammar tries nothing else. */
export function printValue(value: Expression): string {
  const text = printExpression(value);
  return /^[[{]/.test(text) && value.kind !== 'array' && value.kind !== 'object' ? `(${text})` : text;
}

export function printAggregate(item: AggregateItem): string {
  const count = [...item.prefix, '$count'].join('/');
  const of = item.expression === null ? count : printExpression(item.expression);
  const from = item.from
    .map(({ paths, method }) => ` from ${paths.map(printed).join(',')}${withMethod(method)}`)
    .join('');
  return `${of}${withMethod(item.method)}${from}${item.name === null ? '' : ` as ${item.name}`}`;
}

function withMethod(method: string | null): string {
  return method === null ? '' : ` with ${method}`;
}
