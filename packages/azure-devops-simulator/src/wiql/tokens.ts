/** A piece of WIQL text: a field in brackets, a quoted text, a number, a word or macro, or a sign. */
export type Token = { readonly kind: 'field' | 'text' | 'number' | 'word' | 'sign'; readonly value: string };

/** What is wrong with a query; its message says where. */
export class WiqlError extends Error {}

const pattern =
  /\s*(?:\[([^\]]+)\]|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)|(@?[A-Za-z_][\w.]*)|(<>|<=|>=|[=<>(),*+]))/y;

/** Cuts a WIQL query into tokens. @throws WiqlError at a character that starts none */
export function tokensOf(query: string): Token[] {
  const text = query.trimEnd();
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) throw new WiqlError(`unexpected text at position ${at}: ${text.slice(at, at + 20)}`);
    at = pattern.lastIndex;
    const [, field, single, double, number, word, sign = ''] = match;
    if (field !== undefined) tokens.push({ kind: 'field', value: field });
    else if (single !== undefined) tokens.push({ kind: 'text', value: single.replaceAll("''", "'") });
    else if (double !== undefined) tokens.push({ kind: 'text', value: double.replaceAll('""', '"') });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'sign', value: sign });
  }
  return tokens;
}
