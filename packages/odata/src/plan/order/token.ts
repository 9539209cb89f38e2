import type { Typed } from '../../bind/typed.ts';
import { ODataError } from '../../error.ts';
import type { OrderTerm } from './order.ts';

/** Where a page begins. */
export interface Place {
  /** Rows of a full page. */
  readonly size: number;
  /** Rows that `$top` still allows; null without `$top`. */
  readonly left: number | null;
  /** The order values of the last row that was sent, as PostgreSQL writes them. */
  readonly after: readonly (string | null)[];
}

/** The `$skiptoken` of a place in an order. */
export function tokenOf(place: Place, terms: readonly OrderTerm[]): string {
  const content = JSON.stringify([orderMark(terms), place.size, place.left, place.after]);
  return Buffer.from(content, 'utf8').toString('base64url');
}

/** The place that a `$skiptoken` stands for; throws ODataError when it is none of this order. */
export function placeOf(token: string, terms: readonly OrderTerm[]): Place {
  const content = parsed(token);
  if (!Array.isArray(content) || content.length !== 4) throw wrongToken();
  const [mark, size, left, after]: unknown[] = content;
  if (mark !== orderMark(terms) || !isCount(size) || !(left === null || isCount(left))) throw wrongToken();
  if (!Array.isArray(after) || after.length !== terms.length) throw wrongToken();
  return { size, left, after: terms.map(({ value }, index) => checked(after[index], value)) };
}

/** Tells an order from others, so that a token of another query is noticed. */
function orderMark(terms: readonly OrderTerm[]): string {
  return terms
    .map(({ value: { type }, descending }) => {
      const name = type.kind === 'primitive' ? type.name.slice('Edm.'.length) : type.kind;
      return descending ? `-${name}` : name;
    })
    .join();
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw wrongToken();
  }
}

function wrongToken(): ODataError {
  const message = 'The $skiptoken is none that this service has made for this query.';
  return new ODataError('InvalidQuery', message, { target: '$skiptoken' });
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const WHOLE = /^-?\d{1,19}$/;
const MOMENT = /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?([+-]\d\d(:\d\d){0,2})?( BC)?$/;
const NUMBER = /^(-?\d+(\.\d+)?(e[+-]?\d+)?|NaN|-?Infinity)$/i;

/** How PostgreSQL writes values of types that are not any text; NUL has no place in a text. */
const forms: Readonly<Record<string, RegExp>> = {
  'Edm.Binary': /^\\x([0-9a-f]{2})*$/,
  'Edm.Boolean': /^(true|false)$/,
  'Edm.Byte': WHOLE,
  'Edm.Date': /^\d{4,6}-\d\d-\d\d( BC)?$/,
  'Edm.DateTimeOffset': MOMENT,
  'Edm.Decimal': NUMBER,
  'Edm.Double': NUMBER,
  'Edm.Duration': /^[-+0-9a-z:. ]{1,80}$/,
  'Edm.Guid': /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'Edm.Int16': WHOLE,
  'Edm.Int32': WHOLE,
  'Edm.Int64': WHOLE,
  'Edm.SByte': WHOLE,
  'Edm.Single': NUMBER,
  'Edm.TimeOfDay': /^\d\d:\d\d:\d\d(\.\d{1,6})?$/,
  enum: WHOLE,
};

function checked(text: unknown, { type, nullable }: Typed): string | null {
  if (text === null && nullable) return null;
  if (typeof text !== 'string' || text.includes('\0')) throw wrongToken();
  const form = forms[type.kind === 'primitive' ? type.name : type.kind];
  if (form && !form.test(text)) throw wrongToken();
  return text;
}
