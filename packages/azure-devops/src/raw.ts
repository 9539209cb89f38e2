import { type Caller, required } from './caller.ts';
import type { RestClient } from './inspect.ts';

/** Asks addresses below one base for which azure-devops-node-api has no methods. Every call may be repeated. */
export type RawClient = {
  readonly get: (path: string, query: Readonly<Record<string, string>>) => Promise<RawAnswer>;
  /** Only for questions that are too long for an address. */
  readonly post: (path: string, body: object) => Promise<unknown>;
};

export type RawAnswer = {
  readonly body: unknown;
  /** Where a long list goes on; null at its end. */
  readonly continuationToken: string | null;
};

const options = { acceptHeader: 'application/json;api-version=7.1-preview.1' };

export function makeRawClient(rest: RestClient, baseUrl: string, { call }: Caller): RawClient {
  const base = baseUrl.replace(/\/+$/, '');
  return {
    get: async (path, query) => {
      const search = new URLSearchParams(query).toString();
      const url = `${base}/_apis/${path}${search === '' ? '' : `?${search}`}`;
      const { result, headers } = await call(async () => rest.get<unknown>(url, options));
      const token: unknown = (headers as Record<string, unknown> | undefined)?.['x-ms-continuationtoken'];
      const continuationToken = typeof token === 'string' && token !== '' ? token : null;
      return { body: required(result), continuationToken };
    },
    post: async (path, body) => {
      const { result } = await call(async () => rest.create<unknown>(`${base}/_apis/${path}`, body, options));
      return required(result);
    },
  };
}
