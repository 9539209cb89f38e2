import type { FastifyRequest } from 'fastify';
import type { Dependencies } from '../../dependencies.ts';
import { hostLabel } from '../../http/addresses.ts';
import type { Db, Source } from '../../http/asked.ts';
import { SESSION_COOKIE } from '../../http/credentials.ts';
import { flowCookie, newFlow, readFlow, writeFlow } from '../../http/flow-cookie.ts';
import { publicUrlOf } from '../../http/public-url.ts';
import { setSessionCookie } from '../../http/session-cookie.ts';
import { beginSession } from '../../identity/sessions.ts';
import type { GroupSync } from '../groups/sync.ts';
import { FLOW_COOKIE, FLOW_PATH, flowValues } from './flow.ts';
import { personOf } from './person.ts';
import { type Claims, createProvider } from './provider.ts';
import { SignInFailure } from './sign-in-failure.ts';

const CALLBACK = '/auth/openid/callback';

/** Signing in at an OpenID Connect provider: the browser goes there, comes back, and has a session. */
export function openId(
  { app, environment, database, organizations, log }: Dependencies,
  { groups }: { groups: Pick<GroupSync, 'atSignIn'> },
): void {
  if (environment.openIdConnect === null) return;
  const provider = createProvider(environment.openIdConnect);

  app.route<{ Querystring: Record<string, string | undefined> }>({
    method: 'GET',
    url: '/auth/openid/start',
    handler: async (request, reply) => {
      const publicUrl = publicUrlOf(environment, request);
      try {
        const flow = newFlow(request.query['returnTo']);
        const target = await provider.authorizationUrl(publicUrl + CALLBACK, flowValues(flow));
        void reply.setCookie(FLOW_COOKIE, writeFlow(flow), flowCookie(FLOW_PATH, publicUrl));
        return await reply.redirect(target.href);
      } catch (error) {
        return await reply.redirect(errorPage(error));
      }
    },
  });

  app.route({
    method: 'GET',
    url: CALLBACK,
    handler: async (request, reply) => {
      const publicUrl = publicUrlOf(environment, request);
      void reply
        .header('cache-control', 'no-store')
        .clearCookie(FLOW_COOKIE, flowCookie(FLOW_PATH, publicUrl));
      try {
        const { secret, returnTo } = await comeBack(request, publicUrl);
        setSessionCookie(reply, secret, publicUrl);
        return await reply.redirect(returnTo);
      } catch (error) {
        return await reply.redirect(errorPage(error));
      }
    },
  });

  /** Begins the session of the person who comes back from the provider. */
  async function comeBack(
    request: FastifyRequest,
    publicUrl: string,
  ): Promise<{ secret: string; returnTo: string }> {
    const flow = readFlow(request.cookies[FLOW_COOKIE]);
    if (flow === null) throw new SignInFailure('state_mismatch');
    const organization = await organizations.resolve(null, hostLabel(request.headers.host));
    const { id: organizationId } = organization;
    const claims = await provider.claimsOf(callbackUrl(request, publicUrl), flowValues(flow));
    const db = database.organization(organizationId);
    const source: Source = { personId: null, via: 'web', address: request.ip };
    const personId = await personOf(db, organization, source, claims);
    await keepGroups(db, organizationId, { ...source, personId }, claims);
    const userAgent = request.headers['user-agent'] ?? '';
    const replaces = request.cookies[SESSION_COOKIE];
    const session = { organizationId, personId, method: 'openid', userAgent, replaces } as const;
    return { secret: await beginSession(db, source, session), returnTo: flow.returnTo };
  }

  /** Puts the person into the groups that the provider tells; where it tells nothing, they stay as they are. */
  async function keepGroups(
    db: Db,
    organizationId: string,
    source: Source & { personId: string },
    { groups: claim, hasTooManyGroups }: Claims,
  ): Promise<void> {
    const { personId } = source;
    if (claim !== null) await groups.atSignIn(db, organizationId, source, personId, claim);
    else if (hasTooManyGroups)
      log.warn(
        { organizationId, personId },
        'the provider left out the groups of a person because there are too many: let it send assigned groups only',
      );
  }

  /** The log tells operators what is wrong; the page gets the code only. */
  function errorPage(error: unknown): string {
    if (!(error instanceof SignInFailure)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : undefined;
    log.warn({ code: error.code, reason }, 'signing in by OpenID Connect did not succeed');
    return `/sign-in?error=${error.code}`;
  }
}

/** The callback as the provider knows it, with what the provider has added. */
function callbackUrl({ url }: FastifyRequest, publicUrl: string): URL {
  const query = url.indexOf('?');
  return new URL(publicUrl + CALLBACK + (query < 0 ? '' : url.slice(query)));
}
