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
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index];
    if (text) pieces.push(text);
    const fragment = fragments[index];
    if (fragment) pieces.push(fragment);
  }
  return { pieces };
}

/** A value as a parameter, `$1::type`. */
export function parameter(value: unknown, type: string): Sql {
  return { pieces: [{ value, type }] };
}

const identifiers = new Map<string, Sql>();
/** There are as many as names in models and aliases in statements. */
const MOST_IDENTIFIERS = 10_000;

/** A name of ours, quoted where PostgreSQL needs it; never text of a request. */
export function identifier(name: string): Sql {
  const known = identifiers.get(name);
  if (known) return known;
  const made = { pieces: [/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`] };
  if (identifiers.size < MOST_IDENTIFIERS) identifiers.set(name, made);
  return made;
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
  const pieces: (string | Sql)[] = [];
  for (const fragment of fragments) {
    if (pieces.length > 0) pieces.push(separator);
    pieces.push(fragment);
  }
  return { pieces };
}

export const nothing: Sql = { pieces: [] };

/** PostgreSQL counts parameters in 16 bits. */
const MOST_PARAMETERS = 65_535;

/** The text with `$1`, `$2` … and the values in this order; a value that is used again is sent once. Throws ODataError for more than PostgreSQL takes. */
export function render(fragment: Sql): Rendered {
  let text = '';
  const values: unknown[] = [];
  const places = new Map<Parameter, number>();
  // Fragments may be nested deeper than calls: those that are begun, and where each goes on.
  const begun: Sql['pieces'][] = [];
  const next: number[] = [];
  let { pieces } = fragment;
  let index = 0;
  for (;;) {
    const piece = pieces[index];
    index += 1;
    if (piece === undefined) {
      const outer = begun.pop();
      if (!outer) break;
      pieces = outer;
      index = next.pop() ?? 0;
    } else if (typeof piece === 'string') text += piece;
    else if ('pieces' in piece) {
      begun.push(pieces);
      next.push(index);
      ({ pieces } = piece);
      index = 0;
    } else {
      const place = places.get(piece) ?? values.push(piece.value);
      places.set(piece, place);
      text += `$${place}::${piece.type}`;
    }
  }
  if (values.length > MOST_PARAMETERS) {
    throw new ODataError(
      'TooComplex',
      `The request has ${values.length} values; at most ${MOST_PARAMETERS} are possible.`,
    );
  }
  return { text, values };
}
