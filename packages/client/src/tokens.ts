import { errorOf, unreachable } from './api-error.ts';

/** The tokens of a paired app. Keep them where secrets belong: the refresh token is worth a year of access. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token ends: milliseconds since 1970-01-01T00:00:00Z. */
  readonly expiresAt: number;
}

/** Where `/token` is, and how to ask. */
export interface TokenEndpoint {
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
}

type Grant =
  | { readonly grant_type: 'authorization_code'; readonly code: string }
  | { readonly grant_type: 'refresh_token'; readonly refresh_token: string };

/** Asks `/token` for tokens (api.md 5). Throws ApiError with OAuth's code, e.g. `invalid_grant`. */
export async function requestTokens(
  endpoint: TokenEndpoint,
  grant: Grant,
  signal?: AbortSignal,
): Promise<Tokens> {
  const send = endpoint.fetch ?? globalThis.fetch;
  const response = await send(`${endpoint.baseUrl.replace(/\/+$/, '')}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ client_id: 'OpenApi', ...grant }).toString(),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw unreachable(cause);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw errorOf(response.status, body, response.headers.get('retry-after'));
  const answer = body as { access_token: string; refresh_token: string; expires_in: number };
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: Date.now() + answer.expires_in * 1000,
  };
}

/**
 * Ends the pairing that a token belongs to, with all its tokens (RFC 7009). Resolves also when the server knows none of it; throws
 * ApiError when it does not answer.
 */
export async function revokeTokens(
  endpoint: TokenEndpoint,
  { refreshToken }: Pick<Tokens, 'refreshToken'>,
): Promise<void> {
  const send = endpoint.fetch ?? globalThis.fetch;
  const response = await send(`${endpoint.baseUrl.replace(/\/+$/, '')}/token/revoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ token: refreshToken, token_type_hint: 'refresh_token' }).toString(),
  }).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw errorOf(response.status, body, response.headers.get('retry-after'));
}

export interface TokenKeeper {
  /** The `Authorization` header for the next request; gets new tokens first when the old end within a minute. */
  readonly authorization: () => Promise<string>;
}

const EARLY_MILLISECONDS = 60_000;

/**
 * Keeps an app's access token fresh. A refresh token works once and a second use ends the whole family (api.md 5), so
 * callers at the same moment share one request, and `save` gets the new tokens before anybody uses them.
 */
export function createTokenKeeper(
  endpoint: TokenEndpoint,
  first: Tokens,
  save: (tokens: Tokens) => void | Promise<void>,
): TokenKeeper {
  let tokens = first;
  let refreshing: Promise<Tokens> | null = null;
  const refresh = async () => {
    const fresh = await requestTokens(endpoint, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refreshToken,
    });
    tokens = fresh;
    await save(fresh);
    return fresh;
  };
  return {
    authorization: async () => {
      if (tokens.expiresAt - Date.now() > EARLY_MILLISECONDS) return `Bearer ${tokens.accessToken}`;
      refreshing ??= refresh().finally(() => {
        refreshing = null;
      });
      return `Bearer ${(await refreshing).accessToken}`;
    },
  };
}
