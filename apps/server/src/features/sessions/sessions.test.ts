import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../../http/credentials.ts';
import { textOf } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { newLinkSecret, PASSWORD, personWithPassword, signedIn } from './testing.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

describe('open sessions', () => {
  it('are listed and ended one by one, only by their own person', async () => {
    const person = await personWithPassword(test);
    const [browser, other] = [await signedIn(test, person), await signedIn(test, person)];
    const list = (await browser.ask('GET', '/auth/sessions')).body.data as unknown as {
      id: string;
      current: boolean;
    }[];
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    const id = list.find(({ current }) => !current)?.id;
    const thief = await signedIn(test, await personWithPassword(test));
    expect((await thief.ask('DELETE', `/auth/sessions/${id}`)).status).toBe(404);
    expect((await browser.ask('DELETE', `/auth/sessions/${id}`)).status).toBe(200);
    expect((await other.ask('GET', '/auth/session')).status).toBe(401);
  });

  it('end by signing out, which takes the cookie away', async () => {
    const browser = await signedIn(test, await personWithPassword(test));
    const secret = String(browser.cookies.get(SESSION_COOKIE));
    expect((await browser.ask('DELETE', '/auth/session')).body).toEqual({ data: null });
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
    browser.cookies.set(SESSION_COOKIE, secret);
    expect((await browser.ask('GET', '/auth/session')).status).toBe(401);
  });

  it('refuse writes without the CSRF token, and with another session’s', async () => {
    const person = await personWithPassword(test);
    const browser = await signedIn(test, person);
    const other = await signedIn(test, person);
    const stolen = textOf((await other.ask('GET', '/auth/session')).body.data?.csrfToken);
    for (const token of ['', 'wrong', stolen]) {
      const answer = await browser.ask('DELETE', '/auth/session', undefined, { 'x-csrf-token': token });
      expect(answer).toMatchObject({ status: 403, body: { error: { errorCode: 'AccessDenied' } } });
    }
    expect((await browser.ask('GET', '/auth/session')).status).toBe(200);
  });

  it('leave audit rows, of which none holds a secret', async () => {
    const person = await personWithPassword(test);
    const [browser, other] = [await signedIn(test, person), await signedIn(test, person)];
    const secret = await newLinkSecret(test, person);
    await other.ask('POST', '/auth/link', { secret });
    await browser.ask('POST', '/auth/password', { current: PASSWORD, password: 'another password' });
    await browser.ask('DELETE', '/auth/session');
    const { system } = test.server.dependencies.database;
    const { rows } = await sql<{ kind: string; text: string }>`
      select action || ' ' || entity || ' ' || via as kind, audit_log::text as text from audit_log
      where person_id = ${person.id} or entity_id = ${person.id} order by at`.execute(system);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'signIn session web',
      'signIn session web',
      'create signInLink rest',
      'signIn session web',
      'change password web',
      'signOut session web',
    ]);
    for (const each of [
      PASSWORD,
      'another password',
      secret,
      ...browser.cookies.values(),
      ...other.cookies.values(),
    ]) {
      expect(JSON.stringify(rows)).not.toContain(each);
    }
  });
});
