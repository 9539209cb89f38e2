import type { Configuration, TokenEndpointResponse } from 'openid-client';
import type { CalendarServiceSettings } from '../../../environment.ts';
import { CalendarFault, ConnectAgain } from '../fault.ts';
import type { FlowValues } from './flow.ts';

type OpenIdClient = typeof import('openid-client');

/** What a service gives for a consent. */
export interface Tokens {
  accessToken: string;
  /** Seconds until the access token ends. */
  lifetime: number;
  /** null where the one that was used stays. */
  refreshToken: string | null;
}

/** What differs between services when people are asked. */
export interface Asking {
  name: string;
  scope: string;
  parameters: Record<string, string>;
}

/** OAuth 2.0 with one service: authorization code with PKCE (RFC 6749, 7636), refresh tokens, revocation (RFC 7009). */
export interface Oauth {
  authorizationUrl(redirectUri: string, values: FlowValues): Promise<URL>;
  /** What stands behind the answer at `url`; CalendarFault when it is not the answer to what was asked, or says no. */
  exchange(url: URL, values: FlowValues): Promise<Tokens>;
  /** ConnectAgain when the refresh token is worth nothing any more, CalendarFault when the service does not answer. */
  renew(refreshToken: string): Promise<Tokens>;
  /** Gives a refresh token back, and with it what was allowed; nothing where the service knows no such thing. CalendarFault. */
  revoke(refreshToken: string): Promise<void>;
}

const TIMEOUT_SECONDS = 15;
/** Seconds that an access token is taken to live where the service does not say. */
const USUAL_LIFETIME = 300;
/** What a service says of a refresh token that is worth nothing any more. */
const ENDED = new Set(['invalid_grant', 'interaction_required', 'consent_required', 'login_required']);

/** The library is loaded when the first account is connected or read. */
export function createOauth(settings: CalendarServiceSettings, { name, scope, parameters }: Asking): Oauth {
  let ready: Promise<{ client: OpenIdClient; configuration: Configuration }> | undefined;
  const get = () => (ready ??= configure(settings));

  return {
    async authorizationUrl(redirectUri, { state, codeVerifier }) {
      const { client, configuration } = await get();
      return client.buildAuthorizationUrl(configuration, {
        // As it is sent again for the tokens: without the port where that is the usual one.
        redirect_uri: new URL(redirectUri).href,
        scope,
        state,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...parameters,
      });
    },
    async exchange(url, { state, codeVerifier }) {
      const { client, configuration } = await get();
      try {
        const checks = { expectedState: state, pkceCodeVerifier: codeVerifier };
        return tokensOf(await client.authorizationCodeGrant(configuration, url, checks));
      } catch (error) {
        throw faultOf(error, name);
      }
    },
    async renew(refreshToken) {
      const { client, configuration } = await get();
      try {
        return tokensOf(await client.refreshTokenGrant(configuration, refreshToken));
      } catch (error) {
        throw ENDED.has(saidBy(error) ?? '')
          ? new ConnectAgain(name, { cause: error })
          : faultOf(error, name);
      }
    },
    async revoke(refreshToken) {
      if (settings.revocationUrl === null) return;
      const { client, configuration } = await get();
      try {
        await client.tokenRevocation(configuration, refreshToken, { token_type_hint: 'refresh_token' });
      } catch (error) {
        throw faultOf(error, name);
      }
    },
  };
}

async function configure(settings: CalendarServiceSettings) {
  const client = await import('openid-client');
  const { issuer, authorizationUrl, tokenUrl, revocationUrl, clientId, clientSecret } = settings;
  const server = {
    issuer,
    authorization_endpoint: authorizationUrl,
    token_endpoint: tokenUrl,
    ...(revocationUrl !== null && { revocation_endpoint: revocationUrl }),
  };
  const authentication = client.ClientSecretPost(clientSecret);
  const configuration = new client.Configuration(server, clientId, undefined, authentication);
  configuration.timeout = TIMEOUT_SECONDS;
  // Only where the operator wrote http: a service beside the server, or in tests.
  if (tokenUrl.startsWith('http:')) client.allowInsecureRequests(configuration);
  return { client, configuration };
}

function tokensOf({ access_token, expires_in, refresh_token }: TokenEndpointResponse): Tokens {
  return {
    accessToken: access_token,
    lifetime: expires_in ?? USUAL_LIFETIME,
    refreshToken: refresh_token ?? null,
  };
}

/** The error code in the service's answer, such as `invalid_grant`; null when it did not answer so. */
function saidBy(error: unknown): string | null {
  const said = error instanceof Error && 'error' in error ? error.error : null;
  return typeof said === 'string' ? said.slice(0, 60) : null;
}

function faultOf(error: unknown, name: string): CalendarFault {
  const said = saidBy(error);
  const message =
    said === null
      ? `${name} cannot be reached to renew access, or gave no answer that is understood`
      : `${name} does not accept how Stint is registered there (${said}); the operator can put it right`;
  return new CalendarFault(message, { cause: error });
}
