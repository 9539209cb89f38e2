const BLANKS = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** What may come next; a key stands before a colon. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/**
 * The position of the first character with which a text stops being JSON: where a token begins that cannot stand there,
 * or within a string that is malformed. The length of the text when it only ends too early.
 */
export function jsonFaultPosition(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let position = 0;
  for (;;) {
    const start = endOf(BLANKS, text, position);
    const kind = kindAt(text, start);
    const next = after(expected, kind, open);
    if (next === null) return start;
    expected = next;
    if (kind === 'string') {
      position = endOfContent(text, start + 1);
      if (text[position] !== '"') return position;
      position += 1;
    } else position = kind === 'scalar' ? endOf(SCALAR, text, start) : start + 1;
  }
}

/** `string`, `scalar`, or the sign itself; empty at the end and for a word that JSON does not know. */
function kindAt(text: string, start: number): string {
  const sign = text[start] ?? '';
  if (sign === '"') return 'string';
  if (endOf(SCALAR, text, start) > start) return 'scalar';
  return '[]{},:'.includes(sign) ? sign : '';
}

/** What may follow a token; null when the token cannot stand here. `open` are the brackets not closed yet. */
function after(expected: Expected, kind: string, open: string[]): Expected | null {
  const followed = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  const closes = (kind === '}' && open.at(-1) === '{') || (kind === ']' && open.at(-1) === '[');
  if (closes && ['comma or end', 'key or end', 'value or end'].includes(expected)) {
    open.pop();
    return followed();
  }
  if (expected === 'nothing') return null;
  if (expected === 'key' || expected === 'key or end') return kind === 'string' ? 'colon' : null;
  if (expected === 'colon') return kind === ':' ? 'value' : null;
  if (expected === 'comma or end') {
    if (kind !== ',') return null;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (kind === '{' || kind === '[') {
    open.push(kind);
    return kind === '{' ? 'key or end' : 'value or end';
  }
  return kind === 'string' || kind === 'scalar' ? followed() : null;
}

/** Where a string's content ends: at its closing quote, at a fault, or with the text. */
function endOfContent(text: string, start: number): number {
  let position = start;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === 0x22 || code < 0x20) return position;
    if (code !== 0x5c) position += 1;
    else {
      const end = endOf(ESCAPE, text, position);
      if (end === position) return position;
      position = end;
    }
  }
  return position;
}

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return start + (pattern.exec(text)?.[0].length ?? 0);
}
