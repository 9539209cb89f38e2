import { ODataError } from '../../error.ts';
import type { Headers } from '../message.ts';
import type { BatchItem } from './request.ts';

/** Reads the requests of a JSON batch (OData JSON Format 4.01, 19). Throws ODataError (400) for what is none. */
export function readJsonBatch(text: string): BatchItem[] {
  const { requests } = asObject(parse(text), 'the batch');
  if (!Array.isArray(requests)) throw wrong('"requests"', 'an array');
  const items = requests.map(readItem);
  checkNames(items);
  return items;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ODataError('SyntaxError', 'The batch is not JSON.');
  }
}

function readItem(value: unknown, index: number): BatchItem {
  const where = `request ${index + 1}`;
  const {
    id,
    method,
    url,
    headers = {},
    atomicityGroup,
    dependsOn = [],
    body,
    ...others
  } = asObject(value, where);
  if (typeof id !== 'string' || id === '') throw wrong(`"id" of ${where}`, 'a text');
  if (typeof method !== 'string') throw wrong(`"method" of ${where}`, 'a text');
  if (typeof url !== 'string') throw wrong(`"url" of ${where}`, 'a text');
  if (atomicityGroup !== undefined && typeof atomicityGroup !== 'string') {
    throw wrong(`"atomicityGroup" of ${where}`, 'a text');
  }
  if (!isTexts(dependsOn)) throw wrong(`"dependsOn" of ${where}`, 'an array of texts');
  if (others['if'] !== undefined)
    throw new ODataError('NotImplemented', `"if" of ${where} is not supported.`);
  return {
    id,
    group: atomicityGroup ?? null,
    dependsOn,
    method: method.toUpperCase(),
    url,
    headers: readHeaders(asObject(headers, `"headers" of ${where}`)),
    body: typeof body === 'string' ? body : (JSON.stringify(body) ?? ''),
  };
}

/** An id stands once, and what a request depends on comes before it. */
function checkNames(items: readonly BatchItem[]): void {
  const known = new Set<string>();
  for (const { id, group, dependsOn } of items) {
    if (id !== null && known.has(id)) throw new ODataError('SyntaxError', `The id "${id}" stands twice.`);
    const missing = dependsOn.find((name) => !known.has(name));
    if (missing !== undefined) {
      throw new ODataError('SyntaxError', `"${missing}", on which "${id}" depends, does not come before it.`);
    }
    if (id !== null) known.add(id);
    if (group !== null) known.add(group);
  }
}

function readHeaders(values: Readonly<Record<string, unknown>>): Headers {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function asObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw wrong(name, 'an object');
}

function wrong(name: string, expected: string): ODataError {
  return new ODataError('SyntaxError', `Expected ${name} to be ${expected}.`);
}
