import { ODataError } from '../error.ts';

/** A request's target in its raw parts, before anything is decoded. */
export interface RawTarget {
  /** Segments of the path below the service's root; none for the root itself. */
  readonly segments: readonly string[];
  readonly query: string;
}

/**
 * Splits a target relative to the service's root, such as `/Products(5)/Name?$format=json`: first at the question mark, then the path
 * at its slashes. A slash at the end does no harm. Throws ODataError for an empty segment and for a raw `#`.
 */
export function splitTarget(target: string): RawTarget {
  const hash = target.indexOf('#');
  if (hash !== -1) {
    throw new ODataError('SyntaxError', `A "#" is written as %23 in a URL, at position ${hash}.`, {
      position: hash,
    });
  }
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  return { segments: splitPath(path), query: mark === -1 ? '' : target.slice(mark + 1) };
}

function splitPath(path: string): string[] {
  const inner = path.replace(/^\//, '').replace(/\/$/, '');
  if (inner === '') return [];
  const segments = joinFilters(inner.split('/'));
  const empty = segments.indexOf('');
  if (empty === -1) return segments;
  const position = segments.slice(0, empty).reduce((sum, segment) => sum + segment.length + 1, 0);
  throw new ODataError('SyntaxError', `The path has an empty segment at position ${position}.`, { position });
}

const FILTER = /^(?:\$|%24)filter(?:\(|%28)/i;

/** The expression within `$filter(…)` may have slashes of its own: what they parted goes together again. */
function joinFilters(pieces: readonly string[]): string[] {
  const segments: string[] = [];
  let filter: { readonly parts: string[]; readonly state: Nesting } | null = null;
  for (const piece of pieces) {
    if (filter) filter.parts.push(piece);
    else if (FILTER.test(piece)) filter = { parts: [piece], state: { depth: 0, quote: '' } };
    else segments.push(piece);
    if (!filter || isOpenAfter(piece, filter.state)) continue;
    segments.push(filter.parts.join('/'));
    filter = null;
  }
  if (filter) segments.push(filter.parts.join('/'));
  return segments;
}

interface Nesting {
  depth: number;
  /** The quote that is open, or nothing. */
  quote: string;
}

const MARKS = /[()'"]|%2[2789]/g;
const plain: Readonly<Record<string, string>> = { '%22': '"', '%27': "'", '%28': '(', '%29': ')' };

/** Whether a parenthesis or a text is still open behind the piece; doubled quotes close and open again. */
function isOpenAfter(piece: string, state: Nesting): boolean {
  for (const [found] of piece.matchAll(MARKS)) {
    const mark = plain[found] ?? found;
    if (state.quote !== '') {
      if (mark === state.quote) state.quote = '';
    } else if (mark === "'" || mark === '"') state.quote = mark;
    else state.depth += mark === '(' ? 1 : -1;
  }
  return state.depth > 0 || state.quote !== '';
}
