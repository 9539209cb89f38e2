import { badRequest } from './errors.ts';

/** The query of a request; the server reads names in any letter case. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** One query parameter by name in any letter case. */
export function parameter(query: Query, name: string): string | undefined {
  const key = Object.keys(query).find((known) => known.toLowerCase() === name.toLowerCase());
  const value = query[key ?? ''];
  return Array.isArray(value) ? value[0] : value;
}

/** A comma-separated list; undefined when the parameter is missing or empty. */
export function listParameter(query: Query, name: string): string[] | undefined {
  const text = parameter(query, name);
  return text === undefined || text === '' ? undefined : text.split(',').map((part) => part.trim());
}

export const flagParameter = (query: Query, name: string): boolean =>
  parameter(query, name)?.toLowerCase() === 'true';

/** A date in RFC 1123 or ISO 8601 as milliseconds since 1970. */
export function dateParameter(query: Query, name: string): number | undefined {
  const text = parameter(query, name);
  if (text === undefined || text === '') return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw badRequest(`The value '${text}' is not a valid date for '${name}'.`);
  return time;
}

/** A whole number of at least `from`. */
export function countParameter(query: Query, name: string, from = 1): number | undefined {
  const text = parameter(query, name);
  if (text === undefined || text === '') return undefined;
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < from)
    throw badRequest(`The value '${text}' is not valid for '${name}'.`);
  return count;
}
