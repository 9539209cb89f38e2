import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, createBrowser } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { newLinkSecret, PASSWORD, personWithPassword, signedIn } from './testing.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

const newBrowser = (): Browser => createBrowser(test.server.app);

describe('signing in by a link', () => {
  it('works once, and asks for a password until one is set', async () => {
    const person = await test.addPerson(test.organizationId, 'linked', 'Team');
    const secret = await newLinkSecret(test, person);
    const browser = newBrowser();
    const tries = await Promise.all([
      browser.ask('POST', '/auth/link', { secret }),
      newBrowser().ask('POST', '/auth/link', { secret }),
      newBrowser().ask('POST', '/auth/link', { secret }),
    ]);
    expect(tries.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401]);
    expect(tries.find(({ status }) => status === 401)?.body.error?.message).toMatch(/used already/);
    const winner = createBrowser(test.server.app);
    const again = await newLinkSecret(test, person);
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
    const expired = await newLinkSecret(test, person);
    await system
      .updateTable('sign_in_link')
      .set({ expires_at: sql<string>`now()` })
      .where('person_id', '=', person.id)
      .execute();
    expect((await newBrowser().ask('POST', '/auth/link', { secret: expired })).status).toBe(401);

    const [kept, used] = [await newLinkSecret(test, person), await newLinkSecret(test, person)];
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
    const person = await personWithPassword(test);
    const [browser, other] = [await signedIn(test, person), await signedIn(test, person)];
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
