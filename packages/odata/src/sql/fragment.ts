import { ODataError } from '../error.ts';

/**
 * A piece of SQL with its parameters, put together from pieces and rendered once at the end. Values never become text: they are
 * always parameters. The same pieces give the same text.
 */
export interface Sql {
  readonly pieces: readonly (string | Sql | Parameter)[];
}

/** A value to be bound; `type` is the PostgreSQL type it is cast to. */
export interface Parameter {
  readonly value: unknown;
  readonly type: string;
}

/** What PostgreSQL is sent. */
export interface Rendered {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Makes a fragment of a template; what is interpolated are fragments only, so that nothing can be spliced in by mistake. */
export function sql(texts: TemplateStringsArray, ...fragments: readonly Sql[]): Sql {
  const pieces: (string | Sql)[] = [];
  for (const [index, text] of texts.entries()) {
    if (text !== '') pieces.push(text);
    const fragment = fragments[index];
    if (fragment) pieces.push(fragment);
  }
  return { pieces };
}

/** A value as a parameter, `$1::type`. */
export function parameter(value: unknown, type: string): Sql {
  return { pieces: [{ value, type }] };
}

/** A name of ours, quoted where PostgreSQL needs it; never text of a request. */
export function identifier(name: string): Sql {
  return { pieces: [/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`] };
}

/** Text that stands in our own code. */
export function raw(text: string): Sql {
  return { pieces: [text] };
}

/** A text as a constant, for names that answers show: property names may come from a request (`as Name`). */
export function textConstant(text: string): Sql {
  return { pieces: [`'${text.replaceAll("'", "''")}'`] };
}

/** Fragments with a separator between them. */
export function join(fragments: readonly Sql[], separator = ', '): Sql {
  return {
    pieces: fragments.flatMap((fragment, index) => (index === 0 ? [fragment] : [separator, fragment])),
  };
}

export const nothing: Sql = { pieces: [] };

/** PostgreSQL counts parameters in 16 bits. */
const MOST_PARAMETERS = 65_535;

/** The text with `$1`, `$2` … and the values in this order; a value that is used again is sent once. Throws ODataError for more than PostgreSQL takes. */
export function render(fragment: Sql): Rendered {
  const texts: string[] = [];
  const values: unknown[] = [];
  const places = new Map<Parameter, number>();
  const stack: (string | Sql | Parameter)[] = [fragment];
  for (let piece = stack.pop(); piece !== undefined; piece = stack.pop()) {
    if (typeof piece === 'string') texts.push(piece);
    else if ('pieces' in piece) pushReversed(stack, piece.pieces);
    else {
      const place = places.get(piece) ?? values.push(piece.value);
      places.set(piece, place);
      texts.push(`$${place}::${piece.type}`);
    }
  }
  if (values.length > MOST_PARAMETERS) {
    throw new ODataError(
      'TooComplex',
      `The request has ${values.length} values; at most ${MOST_PARAMETERS} are possible.`,
    );
  }
  return { text: texts.join(''), values };
}

/** An argument for each piece would be too many for a call. */
function pushReversed(stack: (string | Sql | Parameter)[], pieces: Sql['pieces']): void {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index];
    if (piece !== undefined) stack.push(piece);
  }
}
