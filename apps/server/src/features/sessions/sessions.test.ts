import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../composition.ts';
import { SESSION_COOKIE } from '../../http/credentials.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { createLog } from '../../log.ts';
import { type Browser, createBrowser, textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

const PASSWORD = 'correct horse battery';
const newBrowser = (): Browser => createBrowser(test.server.app);

let people = 0;
async function personWithPassword(): Promise<TestPerson> {
  people += 1;
  const person = await test.addPerson(test.organizationId, `person${people}`, 'Team');
  const hash = await hashPassword(PASSWORD);
  const { system } = test.server.dependencies.database;
  await system
    .insertInto('password')
    .values({ organization_id: test.organizationId, person_id: person.id, hash })
    .execute();
  return person;
}

async function signedIn(person: TestPerson): Promise<Browser> {
  const browser = newBrowser();
  const answer = await browser.ask('POST', '/auth/session', { email: person.email, password: PASSWORD });
  expect(answer.status).toBe(200);
  return browser;
}

async function newLinkSecret(person: TestPerson): Promise<string> {
  const link = await test.ask(test.people.administrator, 'POST', `/api/rest/users/${person.id}/signInLink`);
  expect(link.status).toBe(200);
  expect(link.headers['cache-control']).toBe('no-store');
  const url = textOf(link.body.data?.url);
  expect(url).toMatch(/^http:\/\/localhost:80\/sign-in#link=[\w-]{43}$/);
  return url.slice(url.indexOf('=') + 1);
}

describe('signing in with a password', () => {
  it('gives a session with an HttpOnly cookie and tells who came', async () => {
    const person = await personWithPassword();
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
    const person = await personWithPassword();
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
    const { system } = test.server.dependencies.database;
    const hash = await hashPassword(PASSWORD);
    await system
      .insertInto('password')
      .values({ organization_id: test.otherOrganizationId, person_id: stranger.id, hash })
      .execute();
    const credentials = { email: stranger.email, password: PASSWORD };
    expect((await newBrowser().ask('POST', '/auth/session', credentials)).status).toBe(401);
    const own = newBrowser();
    const host = { host: 'other.time.example.com' };
    expect((await own.ask('POST', '/auth/session', credentials, host)).status).toBe(200);
    expect((await own.ask('GET', '/auth/session', undefined, host)).status).toBe(200);
    expect((await own.ask('GET', '/auth/session')).status).toBe(401);
  });

  it('begins a new session every time, whatever cookie the browser brings, and ends the one it replaces', async () => {
    const person = await personWithPassword();
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
    const person = await personWithPassword();
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

const guess = (browser: Browser, email: string, address: string, password = 'wrong guess!') =>
  browser.ask('POST', '/auth/session', { email, password }, { 'x-forwarded-for': address });

describe('the lock-out', () => {
  it('refuses an account after ten wrong passwords, from any address and in every server process', async () => {
    const shared = await testServer({ environment: { trustedProxies: 1 } });
    const { database, environment } = {
      database: shared.database,
      environment: shared.server.dependencies.environment,
    };
    const second = await createServer({ config: database.config, environment, log: createLog('error') });
    try {
      const browsers = [createBrowser(shared.server.app), createBrowser(second.app)];
      const email = 'Team@demo.local';
      const guesses = Array.from({ length: 10 }, (_, index) =>
        guess(browsers[index % 2] ?? newBrowser(), email, `10.0.0.${index}`),
      );
      expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(new Set([401]));
      for (const browser of browsers) {
        const locked = await guess(browser, ' team@DEMO.local', '10.0.1.1');
        expect(locked).toMatchObject({ status: 429, body: { error: { errorCode: 'QuoteExceededError' } } });
        expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
      }
      expect((await guess(browsers[0] ?? newBrowser(), 'product@demo.local', '10.0.1.1')).status).toBe(401);
      const { rows } = await sql<{ subject: string }>`select subject from attempt_count`.execute(
        shared.server.dependencies.database.system,
      );
      expect(JSON.stringify(rows)).not.toMatch(/team@demo/i);
    } finally {
      await second.close();
      await shared.close();
    }
  });

  it('refuses an address after fifty wrong passwords for different accounts', async () => {
    const shared = await testServer({ environment: { trustedProxies: 1 } });
    try {
      const browser = createBrowser(shared.server.app);
      for (let index = 0; index < 50; index += 1) {
        expect((await guess(browser, `guessed${index}@demo.local`, '10.1.1.1')).status).toBe(401);
      }
      expect((await guess(browser, 'another@demo.local', '10.1.1.1')).status).toBe(429);
      expect((await guess(browser, 'another@demo.local', '10.1.1.2')).status).toBe(401);
    } finally {
      await shared.close();
    }
  });

  it('forgets an account’s wrong passwords after a right one', async () => {
    const person = await personWithPassword();
    const browser = newBrowser();
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < 9; index += 1) {
        const wrong = { email: person.email, password: 'wrong guess!' };
        expect((await browser.ask('POST', '/auth/session', wrong)).status).toBe(401);
      }
      const right = { email: person.email, password: PASSWORD };
      expect((await browser.ask('POST', '/auth/session', right)).status).toBe(200);
    }
  });
});

describe('signing in by a link', () => {
  it('works once, and asks for a password until one is set', async () => {
    const person = await test.addPerson(test.organizationId, 'linked', 'Team');
    const secret = await newLinkSecret(person);
    const browser = newBrowser();
    const tries = await Promise.all([
      browser.ask('POST', '/auth/link', { secret }),
      newBrowser().ask('POST', '/auth/link', { secret }),
      newBrowser().ask('POST', '/auth/link', { secret }),
    ]);
    expect(tries.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401]);
    expect(tries.find(({ status }) => status === 401)?.body.error?.message).toMatch(/used already/);
    const winner = createBrowser(test.server.app);
    const again = await newLinkSecret(person);
    expect((await winner.ask('POST', '/auth/link', { secret: again })).body.data).toMatchObject({
      needsPassword: true,
    });
    expect((await winner.ask('POST', '/auth/password', { password: PASSWORD })).status).toBe(200);
    expect((await winner.ask('GET', '/auth/session')).body.data).toMatchObject({ needsPassword: false });
    expect((await winner.ask('POST', '/auth/password', { password: PASSWORD })).status).toBe(409);
  });

  it('refuses an expired link, one of another organization, and links older than the password', async () => {
    const person = await test.addPerson(test.organizationId, 'late', 'Team');
    const { system } = test.server.dependencies.database;
    const expired = await newLinkSecret(person);
    await system
      .updateTable('sign_in_link')
      .set({ expires_at: sql<string>`now()` })
      .where('person_id', '=', person.id)
      .execute();
    expect((await newBrowser().ask('POST', '/auth/link', { secret: expired })).status).toBe(401);

    const [kept, used] = [await newLinkSecret(person), await newLinkSecret(person)];
    const host = { host: 'other.time.example.com' };
    expect((await newBrowser().ask('POST', '/auth/link', { secret: kept }, host)).status).toBe(401);
    const browser = newBrowser();
    await browser.ask('POST', '/auth/link', { secret: used });
    await browser.ask('POST', '/auth/password', { password: PASSWORD });
    expect((await newBrowser().ask('POST', '/auth/link', { secret: kept })).status).toBe(401);
  });

  it('is made by administrators only, for people of their organization', async () => {
    const { administrator, budget, stranger, team } = test.people;
    expect((await test.ask(budget, 'POST', `/api/rest/users/${team.id}/signInLink`)).status).toBe(403);
    expect((await test.ask(administrator, 'POST', `/api/rest/users/${stranger.id}/signInLink`)).status).toBe(
      404,
    );
  });
});

describe('setting a password', () => {
  it('asks for the present one, and ends the other sessions at once', async () => {
    const person = await personWithPassword();
    const [browser, other] = [await signedIn(person), await signedIn(person)];
    const change = (current?: string) =>
      browser.ask('POST', '/auth/password', { current, password: 'another password' });
    expect((await change()).body.error).toMatchObject({ statusCode: 409 });
    expect((await change('wrong')).body.error).toMatchObject({
      message: 'current: is not your present password.',
    });
    expect(
      (await browser.ask('POST', '/auth/password', { current: PASSWORD, password: 'short' })).status,
    ).toBe(409);
    expect((await other.ask('GET', '/auth/session')).status).toBe(200);
    expect((await change(PASSWORD)).body).toEqual({ data: null });
    expect((await other.ask('GET', '/auth/session')).status).toBe(401);
    expect((await browser.ask('GET', '/auth/session')).status).toBe(200);
    const old = { email: person.email, password: PASSWORD };
    expect((await newBrowser().ask('POST', '/auth/session', old)).status).toBe(401);
    const now = { email: person.email, password: 'another password' };
    expect((await newBrowser().ask('POST', '/auth/session', now)).status).toBe(200);
  });

  it('needs a session: a token alone cannot take an account over', async () => {
    const answer = await test.ask(test.people.team, 'POST', '/auth/password', {
      password: 'another password',
    });
    expect(answer.status).toBe(403);
  });
});

describe('open sessions', () => {
  it('are listed and ended one by one, only by their own person', async () => {
    const person = await personWithPassword();
    const [browser, other] = [await signedIn(person), await signedIn(person)];
    const list = (await browser.ask('GET', '/auth/sessions')).body.data as unknown as {
      id: string;
      current: boolean;
    }[];
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    const id = list.find(({ current }) => !current)?.id;
    const thief = await signedIn(await personWithPassword());
    expect((await thief.ask('DELETE', `/auth/sessions/${id}`)).status).toBe(404);
    expect((await browser.ask('DELETE', `/auth/sessions/${id}`)).status).toBe(200);
    expect((await other.ask('GET', '/auth/session')).status).toBe(401);
  });

  it('end by signing out, which takes the cookie away', async () => {
    const browser = await signedIn(await personWithPassword());
    const secret = String(browser.cookies.get(SESSION_COOKIE));
    expect((await browser.ask('DELETE', '/auth/session')).body).toEqual({ data: null });
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
    browser.cookies.set(SESSION_COOKIE, secret);
    expect((await browser.ask('GET', '/auth/session')).status).toBe(401);
  });

  it('refuse writes without the CSRF token, and with another session’s', async () => {
    const person = await personWithPassword();
    const browser = await signedIn(person);
    const other = await signedIn(person);
    const stolen = textOf((await other.ask('GET', '/auth/session')).body.data?.csrfToken);
    for (const token of ['', 'wrong', stolen]) {
      const answer = await browser.ask('DELETE', '/auth/session', undefined, { 'x-csrf-token': token });
      expect(answer).toMatchObject({ status: 403, body: { error: { errorCode: 'AccessDenied' } } });
    }
    expect((await browser.ask('GET', '/auth/session')).status).toBe(200);
  });

  it('leave audit rows without any secret', async () => {
    const { rows } = await sql<{ action: string; entity: string; text: string }>`
      select action, entity, audit_log::text as text from audit_log`.execute(
      test.server.dependencies.database.system,
    );
    const kinds = new Set(rows.map(({ action, entity }) => `${action} ${entity}`));
    for (const kind of [
      'signIn session',
      'signOut session',
      'delete session',
      'change password',
      'create signInLink',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });
});

it('tells how one can sign in', async () => {
  const answer = await newBrowser().ask('GET', '/auth/methods');
  expect(answer.body).toEqual({ data: { organization: 'Demo', local: true, openIdConnect: null } });
});
