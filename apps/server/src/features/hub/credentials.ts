import type { HandshakeRequest, Identity } from '@stint/signalr';
import { refuse } from '@stint/signalr';
import type { Dependencies } from '../../dependencies.ts';
import { hostLabel } from '../../http/addresses.ts';
import { closedFor } from '../../http/admission.ts';
import { clientAddress } from '../../http/client-address.ts';
import { SESSION_COOKIE } from '../../http/credentials.ts';
import { refusalOf } from '../../fault.ts';
import type { Principal } from '../../identity/principals.ts';
import { Refusal } from '../../refusal.ts';
import type { Live } from './live.ts';
import { type HubUser, keyOf } from './who.ts';

interface CredentialDependencies
  extends Pick<Dependencies, 'organizations' | 'principals' | 'environment' | 'log'> {
  live: Pick<Live, 'expect'>;
}

/**
 * Finds who opens a connection (realtime.md, The hub): a bearer token in the header or, for browsers, in the query; else
 * the session cookie of our own pages. Refused like REST: 401 for no or bad credentials, 403 without a role or for a
 * cookie that another site's page sends along, 404 for an unknown organization, 503 during maintenance.
 */
export function authorizeConnection({
  organizations,
  principals,
  environment,
  log,
  live,
}: CredentialDependencies) {
  return async (request: HandshakeRequest): Promise<Identity<HubUser>> => {
    try {
      const { collection = null } = request.raw;
      const organization = await organizations.resolve(collection, hostLabel(request.headers.host));
      const principal = await find(request, organization.id, principals);
      if (principal.role === 'None') {
        throw new Refusal(
          'AccessDenied',
          'You have no role in this organization; an administrator can give you one.',
        );
      }
      const closed = closedFor(organization);
      if (closed !== null) throw closed;
      const user: HubUser = {
        organizationId: organization.id,
        personId: principal.id,
        credential: principal.credential,
        sessionMethod: principal.sessionMethod,
        address: clientAddress(request.raw, environment.trustedProxies),
        known: null,
      };
      const known = await live.expect(user);
      return { user: { ...user, known }, userId: keyOf(user) };
    } catch (error) {
      const refusal = refusalOf(error, log);
      throw refuse(refusal.status, refusal.message);
    }
  };
}

async function find(
  { token, cookies, headers }: HandshakeRequest,
  organizationId: string,
  principals: Dependencies['principals'],
): Promise<Principal> {
  if (token !== null) {
    const principal = await principals.byToken(organizationId, token);
    if (principal) return principal;
    throw new Refusal(
      'UnauthorizedError',
      'The token is unknown, expired or revoked; make a new one or pair again.',
    );
  }
  const secret = cookies[SESSION_COOKIE];
  const principal = secret ? await principals.bySession(organizationId, secret) : null;
  if (!principal) {
    throw new Refusal(
      'UnauthorizedError',
      'Credentials are missing: send a token, as header or as access_token.',
    );
  }
  // The Origin itself was checked before; browsers name none where a page reads its own server.
  if (headers.origin === undefined && headers['sec-fetch-site'] !== 'same-origin') {
    throw new Refusal(
      'AccessDenied',
      'A session cookie is taken from pages of this server only; use a token.',
    );
  }
  return principal;
}
