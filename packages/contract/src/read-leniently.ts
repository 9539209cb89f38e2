import type { TSchema } from 'typebox';

type Reader = (value: unknown) => unknown;

/** The parts of JSON Schema that the readers look at. */
interface Shape {
  type?: string;
  format?: string;
  properties?: Record<string, Shape>;
  additionalProperties?: boolean;
  items?: Shape;
  anyOf?: Shape[];
  const?: unknown;
  /** What an empty text stands for, where it does not mean that the number was left out. */
  'x-empty'?: number;
}

/**
 * Makes a reader that turns what clients really send into what `schema` asks for (api.md 3.3): names in any letter
 * case and with or without `$`, numbers and truth values as texts, numbers where a text is asked for, null and an
 * empty number as absent (or as what a schema names `x-empty`), unknown fields dropped (but kept where a schema has `additionalProperties: true`).
 * It never refuses: what does not fit is left for the validation.
 */
export function lenientReader(schema: TSchema): Reader {
  return readerOf(schema);
}

function readerOf(shape: Shape): Reader {
  if (shape.anyOf) return readerOfUnion(shape.anyOf);
  if (shape.type === 'object') return readerOfObject(shape);
  if (shape.type === 'array') return readerOfArray(shape.items ?? {});
  if (shape.type === 'integer' || shape.type === 'number') return readerOfNumber(shape['x-empty']);
  if (shape.type === 'boolean') return readBoolean;
  if (shape.type === 'string') return shape.format === 'uuid' ? readGuid : readText;
  return (value) => value;
}

function readerOfObject({ properties = {}, additionalProperties: isOpen = false }: Shape): Reader {
  const fields = new Map<string, { name: string; read: Reader }>();
  for (const [name, shape] of Object.entries(properties))
    fields.set(plainName(name), { name, read: readerOf(shape) });
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const result: Record<string, unknown> = {};
    for (const [key, given] of Object.entries(value)) {
      const field = fields.get(plainName(key));
      if (!field && isOpen && key !== '__proto__') result[key] = given;
      if (!field || given === null || given === undefined) continue;
      const read = field.read(given);
      if (read !== undefined) result[field.name] = read;
    }
    return result;
  };
}

function readerOfArray(items: Shape): Reader {
  const read = readerOf(items);
  return (value) => (Array.isArray(value) ? value.map(read) : value);
}

/** A union of texts is read as text; of one object and null as that object; else the value stays as it is. */
function readerOfUnion(members: Shape[]): Reader {
  const kinds = new Set(members.map((member) => member.type));
  kinds.delete('null');
  if (kinds.size !== 1) return (value) => value;
  const read = readerOf(
    members.find((member) => member.type !== 'null' && member.const === undefined) ?? { type: 'string' },
  );
  return (value) => (value === '' ? value : read(value));
}

function readerOfNumber(empty?: number): Reader {
  return (value) => {
    const number = readNumber(value);
    return number === undefined && value !== undefined ? empty : number;
  };
}

const NUMBER = /^\s*[+-]?\d+(\.\d+)?\s*$/;

function readNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return undefined;
  return NUMBER.test(value) ? Number(value) : value;
}

function readBoolean(value: unknown): unknown {
  if (typeof value === 'number') return value === 1 ? true : value === 0 ? false : value;
  if (typeof value !== 'string') return value;
  const text = value.trim().toLowerCase();
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return text === '' ? undefined : value;
}

function readText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function readGuid(value: unknown): unknown {
  return typeof value === 'string'
    ? value
        .trim()
        .replace(/^\{(.*)\}$/, '$1')
        .toLowerCase()
    : value;
}

function plainName(name: string): string {
  return (name.startsWith('$') ? name.slice(1) : name).toLowerCase();
}
