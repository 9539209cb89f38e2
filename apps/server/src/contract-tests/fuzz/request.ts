import fc from 'fast-check';
import type { InjectOptions } from 'fastify';

/** One request of the fuzz test. */
export interface FuzzRequest {
  /** The operation id; null when the address need not be one of the contract's. */
  call: string | null;
  method: string;
  url: string;
  headers: Record<string, string>;
  payload: string | undefined;
}

/** The usual value, and now and then one of the others. */
export function mostly<Value>(usual: Value, ...others: Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 14, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

/** Form-encoded; lone surrogates, which have no encoding, as the replacement character. */
export function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** What Fastify's inject takes. */
export function injectable({ method, url, headers, payload }: FuzzRequest): InjectOptions {
  return { method: method, url, headers, ...(payload !== undefined && { payload }) };
}
