/** A formula over the fields of a column, as the widget gallery writes it: `({0} * 28800 - {1}) / 3600`. */
export type MathExpression =
  | { kind: 'number'; value: number }
  /** The n-th field of the column. */
  | { kind: 'field'; index: number }
  | { kind: 'negative'; of: MathExpression }
  | { kind: 'operation'; operator: Operator; left: MathExpression; right: MathExpression };

type Operator = '+' | '-' | '*' | '/' | '%' | '^';

/** Why a formula cannot be read; the position counts characters from 0. */
export interface MathFault {
  position: number;
  message: string;
}

const TOKEN = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|\{\s*(\d{1,3})\s*\}|([-+*/%^()]))/y;

/** Parentheses and signs within each other at most. */
const DEEPEST = 50;

const binding: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '%': 2, '^': 4 };
/** A sign binds closer than `*`, and looser than `^`. */
const SIGN_BINDING = 3;

interface Token {
  position: number;
  number?: number;
  field?: number;
  sign?: string;
}

class MathError extends Error {
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

/** Reads a formula of numbers, fields `{0}`, `+ - * / % ^` and parentheses; never throws. */
export function readMathExpression(
  text: string,
): { ok: true; expression: MathExpression } | { ok: false; fault: MathFault } {
  try {
    return { ok: true, expression: parse(tokensOf(text), text.length) };
  } catch (error) {
    if (!(error instanceof MathError)) throw error;
    return { ok: false, fault: { position: error.position, message: error.message } };
  }
}

/** The value for these fields; null where one is missing or where nothing finite comes out, such as by a division by zero. */
export function evaluateMath(expression: MathExpression, fields: readonly (number | null)[]): number | null {
  const value = evaluate(expression, fields);
  return value !== null && Number.isFinite(value) ? value : null;
}

/** The greatest field index that a formula names; -1 when it names none. */
export function lastFieldOf(expression: MathExpression): number {
  if (expression.kind === 'number') return -1;
  if (expression.kind === 'field') return expression.index;
  if (expression.kind === 'negative') return lastFieldOf(expression.of);
  return Math.max(lastFieldOf(expression.left), lastFieldOf(expression.right));
}

function evaluate(expression: MathExpression, fields: readonly (number | null)[]): number | null {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind === 'field') return fields[expression.index] ?? null;
  if (expression.kind === 'negative') {
    const value = evaluate(expression.of, fields);
    return value === null ? null : -value;
  }
  const left = evaluate(expression.left, fields);
  const right = evaluate(expression.right, fields);
  return left === null || right === null ? null : operate[expression.operator](left, right);
}

const operate: Record<Operator, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': (left, right) => left ** right,
};

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) {
      const position = from + (text.slice(from).length - text.slice(from).trimStart().length);
      throw new MathError(position, `"${text.charAt(position)}" is neither number, field nor operator`);
    }
    const [whole, number, field, sign] = found;
    const position = from + whole.length - whole.trimStart().length;
    if (number !== undefined) tokens.push({ position, number: Number(number) });
    else if (field !== undefined) tokens.push({ position, field: Number(field) });
    else tokens.push({ position, sign: sign ?? '' });
  }
  return tokens;
}

/** Precedence climbing over the tokens. */
function parse(tokens: Token[], end: number): MathExpression {
  let at = 0;
  const peek = () => tokens[at];

  function operand(depth: number): MathExpression {
    const token = peek();
    if (!token) throw new MathError(end, 'the formula ends where a value is expected');
    if (depth > DEEPEST) throw new MathError(token.position, 'the formula is nested too deep');
    at += 1;
    if (token.number !== undefined) return { kind: 'number', value: token.number };
    if (token.field !== undefined) return { kind: 'field', index: token.field };
    if (token.sign === '-') return { kind: 'negative', of: expression(SIGN_BINDING, depth + 1) };
    if (token.sign === '+') return expression(SIGN_BINDING, depth + 1);
    if (token.sign !== '(') throw new MathError(token.position, `a value is expected before "${token.sign}"`);
    const inner = expression(0, depth + 1);
    const closing = peek();
    if (closing?.sign !== ')') throw new MathError(closing?.position ?? end, 'a ")" is missing');
    at += 1;
    return inner;
  }

  function expression(least: number, depth: number): MathExpression {
    let left = operand(depth);
    for (let token = peek(); token; token = peek()) {
      const operator = operatorOf(token.sign);
      if (operator === null || binding[operator] < least) return left;
      at += 1;
      const right = expression(operator === '^' ? binding[operator] : binding[operator] + 1, depth + 1);
      left = { kind: 'operation', operator, left, right };
    }
    return left;
  }

  const read = expression(0, 0);
  const rest = peek();
  if (rest) throw new MathError(rest.position, 'an operator is expected');
  return read;
}

function operatorOf(sign: string | undefined): Operator | null {
  return sign !== undefined && sign in binding ? (sign as Operator) : null;
}
