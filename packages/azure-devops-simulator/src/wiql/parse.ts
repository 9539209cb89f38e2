import { type Token, tokensOf, WiqlError } from './tokens.ts';

export type Operator =
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'contains'
  | 'contains words'
  | 'under'
  | 'in'
  | 'ever';
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly inner: Condition }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      readonly values: readonly string[];
    };
export type Wiql = {
  readonly columns: readonly string[];
  readonly where: Condition | null;
  readonly orderBy: readonly { readonly field: string; readonly descending: boolean }[];
};

/** Parses a flat WIQL query (`SELECT … FROM WorkItems WHERE … ORDER BY …`). @throws WiqlError */
export function parseWiql(query: string): Wiql {
  const tokens = tokensOf(query);
  let at = 0;
  const isWord = (word: string, ahead = 0): boolean => {
    const token = tokens[at + ahead];
    return token?.kind === 'word' && token.value.toLowerCase() === word;
  };
  const isSign = (sign: string): boolean => tokens[at]?.kind === 'sign' && tokens[at]?.value === sign;
  const skip = (accept: boolean): boolean => {
    if (accept) at += 1;
    return accept;
  };
  const demand = (accept: boolean, what: string): void => {
    if (!skip(accept)) throw new WiqlError(`expecting ${what}, found ${tokens[at]?.value ?? 'the end'}`);
  };
  const take = (what: string, ...kinds: Token['kind'][]): string => {
    const token = tokens[at];
    if (token === undefined || !kinds.includes(token.kind))
      throw new WiqlError(`expecting ${what}, found ${token?.value ?? 'the end'}`);
    at += 1;
    return token.value;
  };
  const listOf = <T>(element: () => T): T[] => {
    const list = [element()];
    while (skip(isSign(','))) list.push(element());
    return list;
  };
  const fieldName = (): string => (skip(isSign('*')) ? '*' : take('a field', 'field', 'word'));
  const value = (): string => take('a value', 'text', 'number', 'word');

  const operator = (): Operator => {
    const token = tokens[at];
    if (token?.kind === 'sign' && ['=', '<>', '<', '<=', '>', '>='].includes(token.value)) {
      at += 1;
      return token.value as Operator;
    }
    if (skip(isWord('contains'))) return skip(isWord('words')) ? 'contains words' : 'contains';
    if (skip(isWord('under'))) return 'under';
    if (skip(isWord('in'))) return 'in';
    if (skip(isWord('ever'))) return 'ever';
    throw new WiqlError(`expecting an operator, found ${token?.value ?? 'the end'}`);
  };
  const comparison = (): Condition => {
    const field = fieldName();
    const negated = skip(isWord('not'));
    const found = operator();
    let values: string[];
    if (found === 'in') {
      demand(isSign('('), 'an opening parenthesis');
      values = listOf(value);
      demand(isSign(')'), 'a closing parenthesis');
    } else values = [value()];
    const compare: Condition = { kind: 'compare', field, operator: found, values };
    return negated ? { kind: 'not', inner: compare } : compare;
  };
  const primary = (): Condition => {
    if (skip(isWord('not'))) return { kind: 'not', inner: primary() };
    if (!skip(isSign('('))) return comparison();
    const inner = either();
    demand(isSign(')'), 'a closing parenthesis');
    return inner;
  };
  const both = (): Condition => {
    let left = primary();
    while (skip(isWord('and'))) left = { kind: 'and', left, right: primary() };
    return left;
  };
  const either = (): Condition => {
    let left = both();
    while (skip(isWord('or'))) left = { kind: 'or', left, right: both() };
    return left;
  };

  demand(isWord('select'), 'SELECT');
  const columns = listOf(fieldName);
  demand(isWord('from'), 'FROM');
  demand(isWord('workitems'), 'WorkItems');
  const where = skip(isWord('where')) ? either() : null;
  const orderBy = skip(isWord('order') && isWord('by', 1) && skip(true))
    ? listOf(() => {
        const field = fieldName();
        return { field, descending: !skip(isWord('asc')) && skip(isWord('desc')) };
      })
    : [];
  if (at < tokens.length) throw new WiqlError(`unexpected ${tokens[at]?.value ?? 'text'} after the query`);
  return { columns, where, orderBy };
}
