import { ApiError, type Client, createClient, createTokenKeeper, type Tokens } from '@stint/client';

export interface AuthorizedClientOptions {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** Null when there are none any more: every call fails as one of an app that was unpaired does. */
  readonly tokens: Tokens | null;
  /** Keeps new tokens before anybody uses them. */
  readonly save: (tokens: Tokens) => Promise<void>;
}

export interface AuthorizedClient extends Client {
  /** The `Authorization` header for a connection that stays open. */
  readonly authorization: () => Promise<string>;
}

const VERSION = '3.2';

/** A client of a paired app. An access token that the server refuses too early (a clock that is wrong) is renewed once. */
export function createAuthorizedClient(options: AuthorizedClientOptions): AuthorizedClient {
  const { baseUrl, fetch } = options;
  let newest = options.tokens ?? { accessToken: '', refreshToken: '', expiresAt: 0 };
  const keep = async (tokens: Tokens) => {
    newest = tokens;
    await options.save(tokens);
  };
  let keeper = createTokenKeeper({ baseUrl, fetch }, newest, keep);
  let refused: string | null = null;
  /** Calls that fail at the same moment share one renewal: a refresh token works once (api.md 5). */
  const renew = (token: string) => {
    if (newest.accessToken !== token || refused === token) return;
    refused = token;
    keeper = createTokenKeeper({ baseUrl, fetch }, { ...newest, expiresAt: 0 }, keep);
  };
  const authorization = () => {
    if (newest.refreshToken === '') throw notPaired();
    return keeper.authorization();
  };
  const client = createClient({ baseUrl, fetch, version: VERSION, authorization });
  return {
    authorization,
    call: async (call, request) => {
      const used = newest.accessToken;
      try {
        return await client.call(call, request);
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 401) throw error;
        renew(used);
        return client.call(call, request);
      }
    },
  };
}

function notPaired(): ApiError {
  const message = 'This app is not paired any more.';
  return new ApiError({ code: 'invalid_grant', status: 400, message, retryAfterSeconds: null });
}
