import { types } from 'pg';

type TypeId = Parameters<typeof types.getTypeParser>[0];

/** Object ids of built-in types (pg_type.dat) whose values are read in our own way. */
const oid = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
  timestampArray: 1115,
  dateArray: 1182,
  timestamptzArray: 1185,
  int8Array: 1016,
  numericArray: 1231,
} as const;

const zonedInUtc = /^(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00$/;
const unzoned = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/;

/** `2026-01-02 03:04:05.5+00` → `2026-01-02T03:04:05.5Z`. Values out of that form (infinity, BC) stay as they are. */
function readInstant(text: string): string {
  return zonedInUtc.test(text) ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text;
}

/** `2026-01-02 03:04:05` → `2026-01-02T03:04:05`; other forms stay as they are. */
function readWallTime(text: string): string {
  return unzoned.test(text) ? `${text.slice(0, 10)}T${text.slice(11)}` : text;
}

/** A JavaScript number where it holds the value exactly, else the text. */
function readNumber(text: string): number | string {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  const digits = text.replace(/^-?0*\.?0*|\./g, '').length;
  return Number.isFinite(value) && text.includes('.') && digits <= 15 ? value : text;
}

type Parser = (text: string) => unknown;

// The declared type of pg's array parser is not what it is.
const arrays = types.arrayParser as unknown as {
  create(text: string, read: Parser): { parse(): unknown[] };
};

function arrayOf(read: Parser): Parser {
  return (text) => arrays.create(text, read).parse();
}

const asText: Parser = (text) => text;

const parsers = new Map<number, Parser>([
  [oid.int8, readNumber],
  [oid.numeric, readNumber],
  [oid.date, asText],
  [oid.timestamp, readWallTime],
  [oid.timestamptz, readInstant],
  [oid.int8Array, arrayOf(readNumber)],
  [oid.numericArray, arrayOf(readNumber)],
  [oid.dateArray, arrayOf(asText)],
  [oid.timestampArray, arrayOf(readWallTime)],
  [oid.timestamptzArray, arrayOf(readInstant)],
]);

/** How values become JavaScript ones on our connections: times stay text, whole numbers become numbers. */
export const valueTypes = {
  getTypeParser(id: TypeId, format?: 'text' | 'binary'): Parser {
    const own = format === 'binary' ? undefined : parsers.get(id);
    return own ?? (types.getTypeParser(id, format) as Parser);
  },
};
