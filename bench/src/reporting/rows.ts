import { isDeepStrictEqual } from 'node:util';
import type { Asked } from './against.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The answer to a request, as JSON; throws with what it says when it is no 200. */
export async function answerTo({ address, request }: Asked): Promise<unknown> {
  const { method, path, headers, body } = request;
  const answer = await fetch(new URL(path, address), {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as unknown;
}

/** Throws unless both have the same rows, in whatever order; moments are the same however they are written. */
export function checkSameRows(name: string, ours: readonly Row[], other: readonly Row[]): void {
  const [own, others] = [comparable(ours), comparable(other)];
  if (own.length === 0) throw new Error(`${name}: there are no rows to compare.`);
  if (own.length !== others.length) throw new Error(`${name}: ${own.length} rows against ${others.length}.`);
  const different = own.findIndex((row, index) => !isDeepStrictEqual(row, others[index]));
  if (different === -1) return;
  throw new Error(`${name}: ${JSON.stringify(own[different])} is not ${JSON.stringify(others[different])}.`);
}

function comparable(rows: readonly Row[]): unknown[] {
  const keyed = rows.map((row) => {
    const value = plain(row);
    return { key: JSON.stringify(value), value };
  });
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ value }) => value);
}

/** Values with their keys in order and moments as milliseconds; wall time counts as UTC. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return momentOf(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !name.startsWith('@'));
  return Object.fromEntries(
    entries
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, plain(inner)] as const),
  );
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

function momentOf(text: string): number | null {
  const match = MOMENT.exec(text);
  return match ? Date.parse(match[2] === undefined ? `${text}Z` : text) : null;
}
