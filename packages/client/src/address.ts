import { areaPrefix, type Call } from '@stint/contract';

type Values = Readonly<Record<string, unknown>>;

/** Values of a call's address: path parameters by name and query options (with their `$`). */
export interface AddressValues {
  readonly params?: Values | undefined;
  readonly query?: Values | undefined;
}

/**
 * The address of a call below the server's base: prefix, path with its parameters filled in, query options, and the
 * `api-version` that all but the sign-in calls ask for (api.md 1). Throws TypeError when a path parameter is missing.
 */
export function addressOf(call: Pick<Call, 'area' | 'path'>, version: string, values: AddressValues): string {
  const query = new URLSearchParams();
  if (call.area !== 'auth') query.set('api-version', version);
  for (const [name, value] of Object.entries(values.query ?? {})) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      query.set(name, String(value));
  }
  const path = areaPrefix[call.area] + fillPath(call.path, values.params ?? {});
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

function fillPath(path: string, params: Values): string {
  return path.replace(/:(\$?\w+)/g, (_, name: string) => {
    const value = params[name];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (text === '') throw new TypeError(`The path parameter "${name}" of ${path} is missing`);
    return encodeURIComponent(text);
  });
}
