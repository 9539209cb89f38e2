import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  type CalendarServiceKind,
  type CalendarServiceSettings,
  readEnvironment,
} from '../../../../environment.ts';

type Answering = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** A local server that speaks OAuth 2.0 and the calendar API of one of the services, strictly: what is asked wrongly is refused. */
export interface FakeService {
  /** The environment of a server that is registered here. */
  variables: Record<string, string>;
  settings: CalendarServiceSettings;
  /** Events as the API tells them; tests fill it. */
  events: object[];
  /** Events of one page. */
  pageSize: number;
  /** Paths asked so far, without their queries. */
  asked: string[];
  /** Refresh tokens that are worth something. */
  refreshTokens: Set<string>;
  revoked: string[];
  /** What people say in the browser when they are asked for consent. */
  answer: 'yes' | 'no';
  /** Whether refresh tokens are not taken back. */
  refuseRevocation: boolean;
  /** Access tokens that are taken. */
  accessTokens: Set<string>;
  /** Answers in the place of the API or the token address, where set. */
  instead: { api: Answering | null; token: Answering | null };
  /** What somebody does who consents, or says no: the address that their browser is sent back to. */
  consent(authorization: URL, answer?: 'yes' | 'no'): URL;
  reset(): void;
  close(): Promise<void>;
}

const ACCOUNT = 'ann@fake.example';
const scopes = {
  outlook: /^http\S+\/Calendars\.Read offline_access$/,
  google: /calendar\.events\.readonly$/,
};

function variablesOf(kind: CalendarServiceKind, base: string): Record<string, string> {
  const name = `STINT_${kind.toUpperCase()}`;
  return {
    [`${name}_CLIENT_ID`]: `stint at ${kind}`,
    [`${name}_CLIENT_SECRET`]: 'the secret of the registration',
    [`${name}_AUTHORITY`]: base,
    [`${name}_API`]: `${base}/api`,
    ...(kind === 'google' && { [`${name}_TOKENS`]: base }),
  };
}

export async function startFakeService(kind: CalendarServiceKind): Promise<FakeService> {
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const variables = variablesOf(kind, base);
  const settings = readEnvironment(variables).calendarServices[kind];
  if (settings === null) throw new Error('the variables set up no service');
  const codes = new Map<string, { challenge: string; redirectUri: string }>();
  const fake: FakeService = {
    variables,
    settings,
    answer: 'yes',
    events: [],
    pageSize: 250,
    asked: [],
    refreshTokens: new Set(),
    revoked: [],
    refuseRevocation: false,
    accessTokens: new Set(),
    instead: { api: null, token: null },
    consent,
    reset() {
      Object.assign(fake, { events: [], pageSize: 250, asked: [], revoked: [], answer: 'yes' });
      fake.refuseRevocation = false;
      fake.instead = { api: null, token: null };
      for (const tokens of [fake.refreshTokens, fake.accessTokens]) tokens.clear();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;

  function consent({ searchParams: asked, origin, pathname }: URL, answer = fake.answer): URL {
    const get = (name: string) => asked.get(name) ?? '';
    const isRight =
      `${origin}${pathname}` === fake.settings.authorizationUrl &&
      get('client_id') === fake.settings.clientId &&
      get('response_type') === 'code' &&
      get('code_challenge_method') === 'S256' &&
      scopes[kind].test(get('scope')) &&
      (kind === 'outlook' || get('access_type') === 'offline');
    if (!isRight) throw new Error(`the service would refuse ${asked.toString()}`);
    const back = new URL(get('redirect_uri'));
    back.searchParams.set('state', get('state'));
    if (kind === 'google') back.searchParams.set('iss', fake.settings.issuer);
    if (answer === 'no') {
      back.searchParams.set('error', 'access_denied');
      return back;
    }
    const code = randomUUID();
    codes.set(code, { challenge: get('code_challenge'), redirectUri: get('redirect_uri') });
    back.searchParams.set('code', code);
    return back;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', base);
    const body = new URLSearchParams(await text(request));
    fake.asked.push(url.pathname);
    if (url.pathname === new URL(fake.settings.authorizationUrl).pathname)
      return void response.writeHead(302, { location: consent(url).href }).end();
    if (url.pathname === new URL(fake.settings.tokenUrl).pathname)
      return (fake.instead.token ?? answerToken(body))(request, response, url);
    if (url.pathname === '/revoke') return revoke(body, response);
    return (fake.instead.api ?? answerApi)(request, response, url);
  }

  function answerToken(body: URLSearchParams): Answering {
    return (_request, response) => {
      const { clientId, clientSecret } = fake.settings;
      if (body.get('client_id') !== clientId || body.get('client_secret') !== clientSecret)
        return json(response, 401, { error: 'invalid_client' });
      const isGood = body.get('grant_type') === 'refresh_token' ? isKnown(body) : isRedeemed(body);
      if (!isGood) return json(response, 400, { error: 'invalid_grant', error_description: 'It has ended.' });
      const [access_token, refresh_token] = [randomUUID(), `refresh-${randomUUID()}`];
      fake.accessTokens.add(access_token);
      // Microsoft gives a new one each time, Google only with a consent.
      const isNew = kind === 'outlook' || body.get('grant_type') !== 'refresh_token';
      if (isNew) fake.refreshTokens.add(refresh_token);
      return json(response, 200, {
        access_token,
        token_type: 'Bearer',
        expires_in: 3600,
        ...(isNew && { refresh_token }),
      });
    };
  }

  function isKnown(body: URLSearchParams): boolean {
    return fake.refreshTokens.has(body.get('refresh_token') ?? '');
  }

  function isRedeemed(body: URLSearchParams): boolean {
    const known = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    return known?.challenge === challenge && known.redirectUri === body.get('redirect_uri');
  }

  function revoke(body: URLSearchParams, response: ServerResponse): void {
    if (fake.refuseRevocation) return json(response, 400, { error: 'unsupported_token_type' });
    const token = body.get('token') ?? '';
    fake.revoked.push(token);
    fake.refreshTokens.delete(token);
    response.writeHead(200).end();
  }

  function answerApi({ headers }: IncomingMessage, response: ServerResponse, url: URL): void {
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    if (!fake.accessTokens.has(token))
      return json(response, 401, { error: { code: 'InvalidAuthenticationToken', message: 'no' } });
    const { pathname, searchParams: query } = url;
    const skip = Number(query.get(kind === 'outlook' ? '$skip' : 'pageToken') ?? 0);
    const page = fake.events.slice(skip, skip + fake.pageSize);
    const after = skip + fake.pageSize < fake.events.length ? skip + fake.pageSize : null;
    if (kind === 'google' && pathname === '/api/calendars/primary/events')
      return json(response, isWholeQuery(query) ? 200 : 400, {
        ...(query.get('fields') === 'summary' ? { summary: ACCOUNT } : { items: page }),
        ...(after !== null && { nextPageToken: String(after) }),
      });
    if (kind === 'outlook' && pathname === '/api/me/calendar')
      return json(response, 200, { name: 'Calendar', owner: { name: 'Ann', address: ACCOUNT } });
    if (kind === 'outlook' && pathname === '/api/me/calendarView') {
      const isRight = headers['prefer'] === 'outlook.timezone="UTC"' && query.has('startDateTime');
      url.searchParams.set('$skip', String(after));
      const next = after === null ? {} : { '@odata.nextLink': url.href };
      return json(response, isRight ? 200 : 400, { value: page, ...next });
    }
    return json(response, 404, { error: { code: 404, status: 'NOT_FOUND' } });
  }

  /** Google repeats events itself only where it is asked so. */
  function isWholeQuery(query: URLSearchParams): boolean {
    return (
      query.get('fields') === 'summary' || (query.get('singleEvents') === 'true' && query.has('timeMin'))
    );
  }
}

export function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
