import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CalendarServiceKind } from '../../../environment.ts';
import { textOf } from '../../../testing/browser.ts';
import { testServer } from '../../../testing/test-server.ts';
import { personWithPassword, signedIn } from '../../sessions/testing.ts';
import { accountsTest, KINDS } from './testing/accounts-test.ts';
import { type FakeService, json } from './testing/fake-service.ts';

const world = await accountsTest();
const { at, fakes, somebody, connect, connected, sources, events } = world;
afterAll(() => world.close());
beforeEach(() => world.reset());

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
      color: kind === 'outlook' ? '5b5fc7' : '0e7039',
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
      messages: [],
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
    expect(await events(browser)).toMatchObject({ events: [], messages: [] });
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
    expect(fake().asked.filter((path) => path.endsWith('/token'))).toHaveLength(1);
    world.pass(3_600_000);
    await events(browser);
    expect(fake().asked.filter((path) => path.endsWith('/token'))).toHaveLength(2);
  });

  test('gets a new access token when one is refused, and is read', async () => {
    const browser = await connected(kind);
    fake().events = [meeting(kind)];
    await events(browser);
    fake().accessTokens.clear();
    expect(await events(browser)).toMatchObject({ events: [{ id: 'one' }], messages: [] });
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
    expect((await events(browser)).messages).toEqual([]);
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
    expect(answers.map(({ events: { length }, messages }) => [length, messages.length])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(fake().asked.filter((path) => path.endsWith('/token')).length).toBeLessThan(4);
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

test('who is erased gives access to their accounts back', async () => {
  const person = await personWithPassword(at);
  await connect(await signedIn(at, person), 'google');
  const [refreshToken] = [...fakes.google.refreshTokens];
  const path = `/api/rest/users/${person.id}/erase`;
  const answer = await at.ask(at.people.administrator, 'POST', path, { confirm: person.id });
  expect(answer.status).toBe(200);
  expect(fakes.google.revoked).toEqual([refreshToken]);
});

test('a page on another server is not followed, so that no token gets there', async () => {
  const browser = await connected('outlook');
  fakes.outlook.instead.api = (_request, response) =>
    json(response, 200, { value: [], '@odata.nextLink': `${fakes.google.settings.apiUrl}/x` });
  expect((await events(browser)).messages).toEqual(['Outlook leads to another server']);
  expect(fakes.google.asked).toEqual([]);
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
