import type { FastifyRequest } from 'fastify';
import type { Organization } from '../identity/organizations.ts';
import type { Principal, Principals } from '../identity/principals.ts';
import { csrfTokenOf, sameText } from '../identity/secrets.ts';
import { Refusal } from '../refusal.ts';

export const SESSION_COOKIE = 'stint_session';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds who asks (api.md 2): a bearer token, a session cookie with its CSRF token, or, where `basic` allows it, a token
 * as the password of HTTP Basic. UnauthorizedError when there are no credentials or they do not hold.
 */
export async function authenticate(
  request: FastifyRequest,
  organization: Organization,
  principals: Principals,
  options: { basic: boolean } = { basic: false },
): Promise<Principal> {
  const token = tokenOf(request.headers.authorization, options.basic);
  if (token !== null) {
    const principal = await principals.byToken(organization.id, token);
    if (!principal)
      throw new Refusal(
        'UnauthorizedError',
        'The token is unknown, expired or revoked; make a new one or pair again.',
      );
    return principal;
  }
  const secret = request.cookies[SESSION_COOKIE];
  const principal = secret ? await principals.bySession(organization.id, secret) : null;
  if (!secret || !principal) {
    throw new Refusal(
      'UnauthorizedError',
      'Credentials are missing: send the header "Authorization: Bearer" with a token.',
    );
  }
  if (!SAFE_METHODS.has(request.method)) checkCsrf(request, secret);
  return principal;
}

function tokenOf(header: string | undefined, basic: boolean): string | null {
  if (header === undefined) return null;
  const [, scheme = '', value = ''] = /^\s*(\S+)\s*(.*?)\s*$/.exec(header) ?? [];
  if (scheme.toLowerCase() === 'bearer' && value !== '') return value;
  if (scheme.toLowerCase() === 'basic' && basic) {
    const text = Buffer.from(value, 'base64').toString('utf8');
    return text.slice(text.indexOf(':') + 1);
  }
  const expected = basic ? 'Bearer or Basic' : 'Bearer';
  throw new Refusal('UnauthorizedError', `The Authorization header must be "${expected}" with a token.`);
}

function checkCsrf(request: FastifyRequest, sessionSecret: string): void {
  const given = request.headers['x-csrf-token'];
  if (typeof given === 'string' && sameText(given, csrfTokenOf(sessionSecret))) return;
  throw new Refusal(
    'AccessDenied',
    'The header X-CSRF-Token is missing or wrong; GET /auth/session tells it.',
  );
}
