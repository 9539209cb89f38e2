import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CalendarServiceKind } from '../../../environment.ts';
import { type Browser, textOf } from '../../../testing/browser.ts';
import { type Json, type TestServer, testServer } from '../../../testing/test-server.ts';
import { personWithPassword, signedIn } from '../../sessions/testing.ts';
import { type FakeService, json, startFakeService } from './testing/fake-service.ts';

const KINDS = ['outlook', 'google'] as const;
const RANGE = '$from=2026-03-23&$to=2026-03-29';

let at: TestServer;
let fakes: Record<CalendarServiceKind, FakeService>;
let now = Date.parse('2026-03-25T09:00:00Z');

beforeAll(async () => {
  fakes = { outlook: await startFakeService('outlook'), google: await startFakeService('google') };
  at = await testServer({
    clock: () => now,
    environment: {
      secretKey: 'ab'.repeat(32),
      calendarServices: { outlook: fakes.outlook.settings, google: fakes.google.settings },
    },
  });
});
afterAll(async () => {
  await at.close();
  for (const kind of KINDS) await fakes[kind].close();
});
beforeEach(() => {
  for (const kind of KINDS) fakes[kind].reset();
});

/** A meeting on the 24th, as each service tells it: UTC at Outlook, with an offset at Google. */
const meeting = (kind: CalendarServiceKind, id = 'one'): object =>
  kind === 'outlook'
    ? {
        id,
        subject: 'Meeting',
        start: { dateTime: '2026-03-24T08:00:00.0000000', timeZone: 'UTC' },
        end: { dateTime: '2026-03-24T09:30:00.0000000', timeZone: 'UTC' },
      }
    : {
        id,
        summary: 'Meeting',
        start: { dateTime: '2026-03-24T09:00:00+01:00' },
        end: { dateTime: '2026-03-24T10:30:00+01:00' },
      };

async function somebody(): Promise<Browser> {
  return signedIn(at, await personWithPassword(at));
}

/** Goes to the service; answers where it asks for consent. */
async function start(browser: Browser, kind: CalendarServiceKind): Promise<URL> {
  const { headers } = await browser.ask('GET', `/auth/calendar/${kind}/start?returnTo=/settings%3Ftab=me`);
  return new URL(String(headers['location']), 'http://localhost');
}

/** Comes back from there; answers the page that is shown then. */
async function comeBack(browser: Browser, back: URL): Promise<string> {
  const { status, headers } = await browser.ask('GET', back.pathname + back.search);
  expect(status).toBe(302);
  return String(headers['location']);
}

async function connect(browser: Browser, kind: CalendarServiceKind): Promise<void> {
  const page = await comeBack(browser, fakes[kind].consent(await start(browser, kind)));
  expect(page).toBe('/settings?tab=me&calendar=connected');
}

async function connected(kind: CalendarServiceKind): Promise<Browser> {
  const browser = await somebody();
  await connect(browser, kind);
  fakes[kind].asked.length = 0;
  return browser;
}

async function sources(browser: Browser): Promise<Json[]> {
  const { body } = await browser.ask('GET', '/api/rest/calendar/sources?api-version=3.2');
  return body['data'] as unknown as Json[];
}

async function events(browser: Browser) {
  const { status, body } = await browser.ask('GET', `/api/rest/calendar/events?${RANGE}&api-version=3.2`);
  expect(status).toBe(200);
  const data = body['data'] as unknown as {
    events: Record<string, unknown>[];
    faults: { message: string }[];
  };
  return { ...data, messages: data.faults.map(({ message }) => message) };
}

describe.each(KINDS)('an account at %s', (kind) => {
  const fake = () => fakes[kind];

  test('is offered, connected, and listed with its events', async () => {
    const browser = await somebody();
    const offered = await browser.ask('GET', '/api/rest/calendar/services?api-version=3.2');
    expect(offered.body['data']).toContainEqual(
      expect.objectContaining({ kind, url: `/auth/calendar/${kind}/start` }),
    );
    await connect(browser, kind);
    const [source] = await sources(browser);
    expect(source).toEqual({
      id: expect.any(String),
      kind,
      name: 'ann@fake.example',
      account: 'ann@fake.example',
      color: '0f6cbd',
      isEnabled: true,
      host: '127.0.0.1',
      needsConnecting: false,
    });
    fake().events = [meeting(kind)];
    expect(await events(browser)).toMatchObject({
      events: [
        {
          calendarId: source?.['id'],
          id: 'one',
          title: 'Meeting',
          start: '2026-03-24T09:00:00',
          end: '2026-03-24T10:30:00',
          length: 5400,
          isAllDay: false,
          isBusy: true,
        },
      ],
      faults: [],
    });
  });

  test('is read page by page', async () => {
    const browser = await connected(kind);
    fake().pageSize = 3;
    fake().events = Array.from({ length: 8 }, (_, index) => meeting(kind, `event ${index}`));
    const found = (await events(browser)).events.map(({ id }) => id);
    expect(found).toEqual(Array.from({ length: 8 }, (_, index) => `event ${index}`));
  });

  test('that leads on without end is read to an end', async () => {
    const browser = await connected(kind);
    fake().instead.api = (_request, response, url) =>
      json(response, 200, { nextPageToken: 'again', '@odata.nextLink': url.href });
    expect(await events(browser)).toMatchObject({ events: [], faults: [] });
    expect(fake().asked.filter((path) => path.startsWith('/api/'))).toHaveLength(40);
  });

  test('keeps its refresh token sealed, and its access token nowhere', async () => {
    await connected(kind);
    const { system } = at.server.dependencies.database;
    const rows = await system.selectFrom('calendar_source').selectAll().execute();
    const acts = await system.selectFrom('audit_log').selectAll().execute();
    const kept =
      JSON.stringify(acts) + rows.map(({ sealed_url: sealed }) => sealed.toString('latin1')).join();
    for (const token of [...fake().refreshTokens, ...fake().accessTokens]) expect(kept).not.toContain(token);
    expect(JSON.stringify(acts)).not.toContain('ann@fake.example');
  });

  test('is asked with the same access token until that ends', async () => {
    const browser = await connected(kind);
    await events(browser);
    await events(browser);
    expect(fake().asked.filter((path) => path === '/token')).toHaveLength(1);
    now += 3_600_000;
    await events(browser);
    expect(fake().asked.filter((path) => path === '/token')).toHaveLength(2);
  });

  test('gets a new access token when one is refused, and is read', async () => {
    const browser = await connected(kind);
    fake().events = [meeting(kind)];
    await events(browser);
    fake().accessTokens.clear();
    expect(await events(browser)).toMatchObject({ events: [{ id: 'one' }], faults: [] });
    expect((await sources(browser))[0]).toMatchObject({ needsConnecting: false });
  });

  test('that was withdrawn has to be connected again, keeps its name then, and is not asked meanwhile', async () => {
    const browser = await connected(kind);
    const [source] = await sources(browser);
    const change = { name: 'My work', color: 'd13438' };
    await browser.ask(
      'PATCH',
      `/api/rest/calendar/sources/${textOf(source?.['id'])}?api-version=3.2`,
      change,
    );
    fake().refreshTokens.clear();
    fake().accessTokens.clear();
    expect((await events(browser)).messages).toEqual([expect.stringMatching(/please connect it again/)]);
    fake().asked.length = 0;
    expect((await events(browser)).messages).toEqual([expect.stringMatching(/please connect it again/)]);
    expect(fake().asked).toEqual([]);
    expect(await sources(browser)).toMatchObject([{ ...change, needsConnecting: true }]);
    await connect(browser, kind);
    expect(await sources(browser)).toMatchObject([{ ...change, id: source?.['id'], needsConnecting: false }]);
    expect((await events(browser)).faults).toEqual([]);
  });

  test('whose new access tokens are refused too has to be connected again', async () => {
    const browser = await connected(kind);
    fake().instead.api = (_request, response) => json(response, 401, {});
    expect((await events(browser)).messages).toEqual([expect.stringMatching(/please connect it again/)]);
    expect(await sources(browser)).toMatchObject([{ needsConnecting: true }]);
  });

  test('is renewed once for those who ask at the same time', async () => {
    const browser = await connected(kind);
    fake().events = [meeting(kind)];
    const answers = await Promise.all([events(browser), events(browser), events(browser)]);
    expect(answers.map(({ events: { length }, faults }) => [length, faults.length])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(fake().asked.filter((path) => path === '/token').length).toBeLessThan(4);
    expect((await sources(browser))[0]).toMatchObject({ needsConnecting: false });
  });

  test.each<[string, (fake: FakeService) => void, RegExp]>([
    ['wants less', ({ instead }) => (instead.api = (_, response) => json(response, 429, {})), /less often/],
    [
      'refuses with a word',
      ({ instead }) =>
        (instead.api = (_, response) => json(response, 404, { error: { code: 'MailboxNotEnabled' } })),
      /answered 404 \(MailboxNotEnabled\)/,
    ],
    [
      'refuses with something else',
      ({ instead }) => (instead.api = (_, response) => json(response, 500, { error: { code: '<b>' } })),
      /answered 500$/,
    ],
    [
      'answers no JSON',
      ({ instead }) => (instead.api = (_, response) => void response.end('<html>')),
      /something else/,
    ],
    [
      'hangs up',
      ({ instead }) => (instead.api = (_, response) => void response.destroy()),
      /cannot be reached/,
    ],
    [
      'redirects',
      ({ instead }) =>
        (instead.api = (_, response) => void response.writeHead(302, { location: '/x' }).end()),
      /cannot be reached/,
    ],
    [
      'answers without end',
      ({ instead }) => (instead.api = (_, response) => void response.end(Buffer.alloc(10_000_001))),
      /more than 10 MB/,
    ],
    [
      'renews nothing just now',
      ({ instead }) => (instead.token = (_, response) => void response.writeHead(503).end()),
      /cannot be reached to renew/,
    ],
    [
      'does not know Stint any more',
      ({ instead }) =>
        (instead.token = (_, response) => json(response, 400, { error: 'unauthorized_client' })),
      /registered there \(unauthorized_client\)/,
    ],
  ])('that %s is told, and stays connected', async (_name, behave, message) => {
    const browser = await connected(kind);
    behave(fake());
    const answer = await events(browser);
    expect(answer.messages).toEqual([expect.stringMatching(message)]);
    expect(answer.messages.join()).not.toMatch(/http|127\.0\.0\.1|refresh/);
    expect(await sources(browser)).toMatchObject([{ needsConnecting: false }]);
  });

  test('has no address that could be changed, and is nobody else’s', async () => {
    const browser = await connected(kind);
    const path = `/api/rest/calendar/sources/${textOf((await sources(browser))[0]?.['id'])}?api-version=3.2`;
    const change = await browser.ask('PATCH', path, { url: 'https://calendar.example.com/a.ics' });
    expect(change.status).toBe(409);
    const other = await somebody();
    expect((await other.ask('DELETE', path)).status).toBe(404);
    expect((await events(other)).events).toEqual([]);
  });

  test('is given back where the service takes it, and forgotten', async () => {
    const browser = await connected(kind);
    const refreshTokens = [...fake().refreshTokens];
    const path = `/api/rest/calendar/sources/${textOf((await sources(browser))[0]?.['id'])}?api-version=3.2`;
    expect((await browser.ask('DELETE', path)).status).toBe(200);
    expect(fake().revoked).toEqual(kind === 'google' ? refreshTokens : []);
    expect(await sources(browser)).toEqual([]);
  });
});

test('a service that takes nothing back does not keep a calendar from being forgotten', async () => {
  const browser = await connected('google');
  const path = `/api/rest/calendar/sources/${textOf((await sources(browser))[0]?.['id'])}?api-version=3.2`;
  fakes.google.refuseRevocation = true;
  expect((await browser.ask('DELETE', path)).status).toBe(200);
  expect(await sources(browser)).toEqual([]);
});

test('a page on another server is not followed, so that no token gets there', async () => {
  const browser = await connected('outlook');
  fakes.outlook.instead.api = (_request, response) =>
    json(response, 200, { value: [], '@odata.nextLink': `${fakes.google.settings.apiUrl}/x` });
  expect((await events(browser)).messages).toEqual(['Outlook leads to another server']);
  expect(fakes.google.asked).toEqual([]);
});

describe('connecting ends with a word', () => {
  test('when somebody says no', async () => {
    const browser = await somebody();
    const back = fakes.google.consent(await start(browser, 'google'), 'no');
    expect(await comeBack(browser, back)).toBe('/settings?tab=me&calendar=denied');
  });

  test('when nobody is signed in', async () => {
    const { headers } = await at.server.app.inject({
      url: '/auth/calendar/outlook/start?returnTo=//evil.example',
    });
    expect(headers['location']).toBe('/?calendar=signed_out');
  });

  test('when the way began in the session of somebody else, with their cookie or without', async () => {
    const [attacker, victim] = [await somebody(), await somebody()];
    const back = fakes.google.consent(await start(attacker, 'google'));
    expect(await comeBack(victim, back)).toBe('/?calendar=state_mismatch');
    const cookie = String(attacker.cookies.get('stint_calendar'));
    victim.cookies.set('stint_calendar', cookie);
    expect(await comeBack(victim, back)).toBe('/settings?tab=me&calendar=state_mismatch');
    expect(await sources(victim)).toEqual([]);
  });

  test('when the answer of one service is brought to the other', async () => {
    const browser = await somebody();
    const back = fakes.google.consent(await start(browser, 'google'));
    back.pathname = '/auth/calendar/outlook/callback';
    expect(await comeBack(browser, back)).toMatch(/calendar=state_mismatch$/);
  });

  test('when an answer comes twice', async () => {
    const browser = await somebody();
    const asked = await start(browser, 'google');
    const cookie = String(browser.cookies.get('stint_calendar'));
    const back = fakes.google.consent(asked);
    expect(await comeBack(browser, back)).toMatch(/calendar=connected$/);
    expect(browser.cookies.has('stint_calendar')).toBe(false);
    browser.cookies.set('stint_calendar', cookie);
    expect(await comeBack(browser, back)).toMatch(/calendar=failed$/);
  });

  test('when the answer is of another issuer', async () => {
    const browser = await somebody();
    const back = fakes.google.consent(await start(browser, 'google'));
    back.searchParams.set('iss', 'https://evil.example');
    expect(await comeBack(browser, back)).toMatch(/calendar=failed$/);
    expect(fakes.google.asked).toEqual([]);
  });

  test('when the service gives nothing to renew with, or cannot be read', async () => {
    const browser = await somebody();
    fakes.google.instead.token = (_request, response) =>
      json(response, 200, { access_token: 'x', token_type: 'Bearer' });
    expect(await comeBack(browser, fakes.google.consent(await start(browser, 'google')))).toMatch(/=failed$/);
    fakes.google.instead = { token: null, api: (_request, response) => json(response, 403, {}) };
    expect(await comeBack(browser, fakes.google.consent(await start(browser, 'google')))).toMatch(/=failed$/);
    expect(await sources(browser)).toEqual([]);
  });

  test('when a person has twenty calendars already', async () => {
    const browser = await somebody();
    for (let index = 0; index < 20; index += 1) {
      const body = { name: `${index}`, url: `https://93.184.215.14/${index}.ics` };
      const answer = await browser.ask('POST', '/api/rest/calendar/sources?api-version=3.2', body);
      expect(answer.status).toBe(200);
    }
    expect(await comeBack(browser, fakes.google.consent(await start(browser, 'google')))).toMatch(
      /=refused$/,
    );
  });
});

test('what is kept of an account never opens as an address', async () => {
  const browser = await connected('google');
  const { system } = at.server.dependencies.database;
  const asAddress = { kind: 'ical', account: null };
  const [source] = await sources(browser);
  await system
    .updateTable('calendar_source')
    .set(asAddress)
    .where('id', '=', textOf(source?.['id']))
    .execute();
  expect((await events(browser)).messages).toEqual([expect.stringMatching(/cannot be opened/)]);
});

test('services that are not configured are neither offered nor there', async () => {
  const plain = await testServer();
  const { team } = plain.people;
  const { body } = await plain.ask(team, 'GET', '/api/rest/calendar/services');
  expect(body['data']).toEqual([]);
  expect((await plain.server.app.inject({ url: '/auth/calendar/google/start' })).statusCode).toBe(404);
  await plain.close();
});
