import type { Configuration, IDToken } from 'openid-client';
import type { OpenIdConnectSettings } from '../../environment.ts';
import type { FlowValues } from './flow.ts';
import { SignInFailure } from './sign-in-failure.ts';

type OpenIdClient = typeof import('openid-client');

/** What the provider says about a person. */
export interface Claims {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
  /** The groups of the person; null where the provider does not tell, which says nothing about them. */
  groups: readonly string[] | null;
  /** Whether the provider left the groups out because there are too many (Entra ID's overage). */
  hasTooManyGroups: boolean;
}

/** The OpenID Connect provider of the installation. */
export interface Provider {
  /** Where to send the browser; SignInFailure `provider_unavailable`. */
  authorizationUrl(redirectUri: string, values: FlowValues): Promise<URL>;
  /** Who came back to `url`; SignInFailure when it is not the answer to what was asked. */
  claimsOf(url: URL, values: FlowValues): Promise<Claims>;
}

interface Ready {
  client: OpenIdClient;
  configuration: Configuration;
}

const REMEMBERED_MILLISECONDS = 3_600_000;
const TIMEOUT_SECONDS = 10;

/** Reads the provider's description on first use, and again after an hour or a failure; loads the library only then. */
export function createProvider(settings: OpenIdConnectSettings): Provider {
  let ready: Promise<Ready> | null = null;
  let until = 0;

  async function get(): Promise<Ready> {
    if (ready === null || Date.now() > until) {
      until = Date.now() + REMEMBERED_MILLISECONDS;
      ready = discover(settings);
      ready.catch(() => {
        ready = null;
      });
    }
    return ready.catch((error: unknown) => {
      throw new SignInFailure('provider_unavailable', { cause: error });
    });
  }

  return {
    async authorizationUrl(redirectUri, { state, nonce, codeVerifier }) {
      const { client, configuration } = await get();
      return client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: scopeOf(configuration, settings.groupsClaim),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
    },
    async claimsOf(url, values) {
      if (url.searchParams.get('state') !== values.state) throw new SignInFailure('state_mismatch');
      if (url.searchParams.get('error') === 'access_denied') throw new SignInFailure('denied');
      const { client, configuration } = await get();
      try {
        return await exchange(client, configuration, url, { ...values, groupsClaim: settings.groupsClaim });
      } catch (error) {
        const code = isUnreachable(error) ? 'provider_unavailable' : 'sign_in_failed';
        throw error instanceof SignInFailure ? error : new SignInFailure(code, { cause: error });
      }
    },
  };
}

/** Some providers tell groups only to who asks for a scope of that name; others refuse scopes that they do not know. */
function scopeOf(configuration: Configuration, groupsClaim: string): string {
  const supported = configuration.serverMetadata().scopes_supported ?? [];
  return ['openid', 'email', 'profile', ...(supported.includes(groupsClaim) ? [groupsClaim] : [])].join(' ');
}

async function discover({ issuer, clientId, clientSecret }: OpenIdConnectSettings): Promise<Ready> {
  const client = await import('openid-client');
  const url = new URL(issuer);
  const execute = [client.enableNonRepudiationChecks];
  // Only where the operator wrote http: a provider beside the server, or in tests.
  if (url.protocol === 'http:') execute.push(client.allowInsecureRequests);
  const configuration = await client.discovery(
    url,
    clientId,
    undefined,
    authentication(client, clientSecret),
    {
      execute,
      timeout: TIMEOUT_SECONDS,
    },
  );
  return { client, configuration };
}

/** HTTP Basic as every provider must take it, unless it says that it takes the secret in the form only. */
function authentication(client: OpenIdClient, secret: string | null): ReturnType<OpenIdClient['None']> {
  if (secret === null) return client.None();
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...others) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...others);
  };
}

async function exchange(
  client: OpenIdClient,
  configuration: Configuration,
  url: URL,
  { state, nonce, codeVerifier, groupsClaim }: FlowValues & { groupsClaim: string },
): Promise<Claims> {
  const tokens = await client.authorizationCodeGrant(configuration, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (token === undefined) throw new SignInFailure('sign_in_failed');
  const more = await moreClaims(client, configuration, tokens, token, groupsClaim);
  const claims: Record<string, unknown> = { ...more, ...token };
  return {
    issuer: token.iss,
    subject: token.sub,
    email: textOf(claims['email']),
    // `xms_edov` is what Entra ID calls it, where the application is set up to send it.
    isEmailVerified: [claims['email_verified'], claims['xms_edov']].some((each) =>
      [true, 'true', 1, '1'].includes(each as string),
    ),
    name: textOf(claims['name']) ?? textOf(claims['preferred_username']),
    groups: groupsOf(claims[groupsClaim]),
    hasTooManyGroups: isOverage(claims, groupsClaim),
  };
}

/** What the provider tells at its userinfo address, asked where the token lacks something. */
async function moreClaims(
  client: OpenIdClient,
  configuration: Configuration,
  { access_token: accessToken }: { access_token: string },
  token: IDToken,
  groupsClaim: string,
): Promise<Record<string, unknown>> {
  const needsEmail = token['email'] === undefined;
  const isThere = configuration.serverMetadata().userinfo_endpoint !== undefined;
  if (!isThere || (!needsEmail && token[groupsClaim] !== undefined)) return {};
  const asked = client.fetchUserInfo(configuration, accessToken, token.sub);
  // Nobody is kept out because groups could not be asked for: then they stay as they are.
  return needsEmail ? asked : asked.catch(() => ({}));
}

/** One text stands for one group, as some providers write a list of one. */
function groupsOf(claim: unknown): string[] | null {
  if (typeof claim === 'string' && claim !== '') return [claim];
  return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : null;
}

/** Over 200 groups Entra ID sends, instead of them, where they could be asked for. */
function isOverage(claims: Record<string, unknown>, groupsClaim: string): boolean {
  const elsewhere = claims['_claim_names'];
  return (
    claims['hasgroups'] === true ||
    (typeof elsewhere === 'object' && elsewhere !== null && groupsClaim in elsewhere)
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 320) : null;
}

/** A failed connection, or no answer in time, in the way fetch tells them. */
function isUnreachable(error: unknown): boolean {
  const codes = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'OAUTH_TIMEOUT'];
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && codes.includes(String(each.code))) return true;
  }
  return false;
}
