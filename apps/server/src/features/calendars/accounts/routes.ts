import type { FastifyRequest } from 'fastify';
import type { Dependencies } from '../../../dependencies.ts';
import type { CalendarServiceKind } from '../../../environment.ts';
import { hostLabel } from '../../../http/addresses.ts';
import { checkConditions } from '../../../http/admission.ts';
import { SESSION_COOKIE } from '../../../http/credentials.ts';
import { flowCookie, newFlow, readFlow, writeFlow } from '../../../http/flow-cookie.ts';
import { publicUrlOf } from '../../../http/public-url.ts';
import type { Organization } from '../../../identity/organizations.ts';
import type { Principal } from '../../../identity/principals.ts';
import { sameText } from '../../../identity/secrets.ts';
import { Refusal } from '../../../refusal.ts';
import { CalendarFault } from '../fault.ts';
import type { Calendars } from '../service.ts';
import { FLOW_COOKIE, FLOW_PATH, flowValues } from './flow.ts';
import { TokenRefused } from './request.ts';
import type { Service, Services } from './services.ts';

/** How connecting went; the page that is returned to is told it as `?calendar=`. */
type Outcome = 'connected' | 'signed_out' | 'denied' | 'state_mismatch' | 'refused' | 'failed';

/** Ends the way to a service and back. */
class Stopped extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

interface Visitor {
  organization: Organization;
  principal: Principal;
  /** The secret of the session. */
  session: string;
}

export const startOf = (kind: CalendarServiceKind) => `/auth/calendar/${kind}/start`;
const callbackOf = (kind: CalendarServiceKind) => `/auth/calendar/${kind}/callback`;

/** Connecting accounts: the browser of a signed-in person goes to the service, comes back, and the calendar is there. */
export function accountRoutes(
  dependencies: Dependencies,
  services: Services,
  calendars: Pick<Calendars, 'connect'>,
): void {
  for (const service of services.values()) routesOf(service, dependencies, calendars);
}

function routesOf(
  service: Service,
  { app, environment, database, organizations, principals, quotas, log }: Dependencies,
  calendars: Pick<Calendars, 'connect'>,
): void {
  const { kind, oauth } = service;

  app.route<{ Querystring: Record<string, string | undefined> }>({
    method: 'GET',
    url: startOf(kind),
    handler: async (request, reply) => {
      const publicUrl = publicUrlOf(environment, request);
      const flow = newFlow(request.query['returnTo']);
      void reply.header('cache-control', 'no-store');
      try {
        const { session } = await visitorOf(request);
        const target = await oauth.authorizationUrl(
          publicUrl + callbackOf(kind),
          flowValues(flow, session, kind),
        );
        void reply.setCookie(FLOW_COOKIE, writeFlow(flow), flowCookie(FLOW_PATH, publicUrl));
        return await reply.redirect(target.href);
      } catch (error) {
        return await reply.redirect(pageOf(flow.returnTo, outcomeOf(error)));
      }
    },
  });

  app.route({
    method: 'GET',
    url: callbackOf(kind),
    handler: async (request, reply) => {
      const publicUrl = publicUrlOf(environment, request);
      void reply
        .header('cache-control', 'no-store')
        .clearCookie(FLOW_COOKIE, flowCookie(FLOW_PATH, publicUrl));
      const flow = readFlow(request.cookies[FLOW_COOKIE]);
      try {
        if (flow === null) throw new Stopped('state_mismatch');
        const visitor = await visitorOf(request);
        const values = flowValues(flow, visitor.session, kind);
        await comeBack(request, callbackUrl(request, publicUrl + callbackOf(kind)), values, visitor);
        return await reply.redirect(pageOf(flow.returnTo, 'connected'));
      } catch (error) {
        return await reply.redirect(pageOf(flow?.returnTo ?? '/', outcomeOf(error)));
      }
    },
  });

  /** Who asks, by the session: nothing else can come with a browser that is sent from page to page. */
  async function visitorOf(request: FastifyRequest): Promise<Visitor> {
    const organization = await organizations.resolve(null, hostLabel(request.headers.host));
    const session = request.cookies[SESSION_COOKIE];
    const principal = session ? await principals.bySession(organization.id, session) : null;
    if (!session || !principal) throw new Stopped('signed_out');
    const conditions = { area: 'rest', access: 'user', effect: 'write', duringMaintenance: false } as const;
    await checkConditions(conditions, organization, principal, quotas);
    return { organization, principal, session };
  }

  async function comeBack(
    request: FastifyRequest,
    url: URL,
    values: ReturnType<typeof flowValues>,
    { organization, principal }: Visitor,
  ): Promise<void> {
    if (!sameText(url.searchParams.get('state') ?? '', values.state)) throw new Stopped('state_mismatch');
    if (url.searchParams.get('error') === 'access_denied') throw new Stopped('denied');
    const tokens = await oauth.exchange(url, values);
    if (tokens.refreshToken === null) throw new CalendarFault('there is no refresh token');
    const account = await service.accountOf(service.asking(tokens.accessToken));
    const db = database.organization(organization.id);
    const source = { personId: principal.id, via: 'web', address: request.ip } as const;
    const { refreshToken } = tokens;
    await calendars.connect({ db, organization, principal, source }, { service, account, refreshToken });
  }

  /** The log tells operators what is wrong; the page gets a word only. */
  function outcomeOf(error: unknown): Outcome {
    if (error instanceof Stopped) return error.outcome;
    if (error instanceof Refusal) return 'refused';
    if (!(error instanceof CalendarFault) && !(error instanceof TokenRefused)) throw error;
    const { message: reason, cause } = error;
    const said = cause instanceof Error ? cause.message : undefined;
    log.warn({ service: kind, reason, said }, 'connecting a calendar did not succeed');
    return 'failed';
  }
}

/** The callback as the service knows it, with what the service has added. */
function callbackUrl({ url }: FastifyRequest, address: string): URL {
  const query = url.indexOf('?');
  return new URL(address + (query < 0 ? '' : url.slice(query)));
}

function pageOf(returnTo: string, outcome: Outcome): string {
  const { pathname, search, hash } = new URL(returnTo, 'http://here.invalid');
  const query = new URLSearchParams(search);
  query.set('calendar', outcome);
  return `${pathname}?${query.toString()}${hash}`;
}
