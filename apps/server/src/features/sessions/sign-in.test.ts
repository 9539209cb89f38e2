import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../../http/credentials.ts';
import { type Browser, createBrowser, textOf } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { givePassword, PASSWORD, personWithPassword } from './testing.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

const newBrowser = (): Browser => createBrowser(test.server.app);

describe('signing in with a password', () => {
  it('gives a session with an HttpOnly cookie and tells who came', async () => {
    const person = await personWithPassword(test);
    const browser = newBrowser();
    const answer = await browser.ask('POST', '/auth/session', {
      email: person.email.toUpperCase(),
      password: PASSWORD,
    });
    expect(answer.body.data).toMatchObject({
      user: { email: person.email },
      role: 'Team',
      timeZone: 'Europe/Berlin',
      needsPassword: false,
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^stint_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await browser.ask('GET', '/auth/session')).body.data?.user).toMatchObject({ id: person.id });
    expect((await browser.ask('GET', '/api/rest/me?api-version=3.2')).status).toBe(200);
  });

  it('marks the cookie Secure where the public address is https', async () => {
    const secure = await testServer({ environment: { publicUrl: 'https://time.example.com' } });
    try {
      const link = await secure.ask(
        secure.people.administrator,
        'POST',
        `/api/rest/users/${secure.people.team.id}/signInLink`,
      );
      const url = textOf(link.body.data?.url);
      expect(url).toMatch(/^https:\/\/time\.example\.com\/sign-in#link=/);
      const secret = url.slice(url.indexOf('=') + 1);
      const answer = await createBrowser(secure.server.app).ask('POST', '/auth/link', { secret });
      expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await secure.close();
    }
  });

  it('says the same for a wrong password, an unknown e-mail and a person without a password', async () => {
    const person = await personWithPassword(test);
    for (const email of [person.email, 'nobody@demo.local', test.people.team.email]) {
      const answer = await newBrowser().ask('POST', '/auth/session', { email, password: 'not the password' });
      expect(answer).toMatchObject({
        status: 401,
        body: { error: { errorCode: 'UnauthorizedError', message: 'The e-mail or the password is wrong.' } },
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('does not know people of another organization', async () => {
    const { stranger } = test.people;
    await givePassword(test, stranger);
    const credentials = { email: stranger.email, password: PASSWORD };
    expect((await newBrowser().ask('POST', '/auth/session', credentials)).status).toBe(401);
    const own = newBrowser();
    const host = { host: 'other.time.example.com' };
    expect((await own.ask('POST', '/auth/session', credentials, host)).status).toBe(200);
    expect((await own.ask('GET', '/auth/session', undefined, host)).status).toBe(200);
    expect((await own.ask('GET', '/auth/session')).status).toBe(401);
  });

  it('begins a new session every time, whatever cookie the browser brings, and ends the one it replaces', async () => {
    const person = await personWithPassword(test);
    const browser = newBrowser();
    browser.cookies.set(SESSION_COOKIE, 'chosen-by-an-attacker');
    await browser.ask('POST', '/auth/session', { email: person.email, password: PASSWORD });
    const first = browser.cookies.get(SESSION_COOKIE);
    expect(first).not.toBe('chosen-by-an-attacker');
    await browser.ask('POST', '/auth/session', { email: person.email, password: PASSWORD });
    expect(browser.cookies.get(SESSION_COOKIE)).not.toBe(first);
    const old = newBrowser();
    old.cookies.set(SESSION_COOKIE, String(first));
    expect((await old.ask('GET', '/auth/session')).status).toBe(401);
  });

  it.each([
    ['Origin', { origin: 'https://evil.example' }],
    ['an opaque Origin', { origin: 'null' }],
    ['Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['a form’s media type', { 'content-type': 'text/plain' }],
  ])('refuses a request that another site may have sent: %s', async (_what, headers) => {
    const person = await personWithPassword(test);
    const credentials = { email: person.email, password: PASSWORD };
    const answer = await newBrowser().ask('POST', '/auth/session', credentials, headers);
    expect(answer).toMatchObject({ status: 403, body: { error: { errorCode: 'AccessDenied' } } });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('refuses a malformed host instead of failing', async () => {
    const answer = await newBrowser().ask(
      'POST',
      '/auth/session',
      { email: 'a@b', password: 'x' },
      { host: 'a b' },
    );
    expect(answer.status).toBe(400);
  });
});

it('tells how one can sign in', async () => {
  const answer = await newBrowser().ask('GET', '/auth/methods');
  expect(answer.body).toEqual({ data: { organization: 'Demo', local: true, openIdConnect: null } });
});
