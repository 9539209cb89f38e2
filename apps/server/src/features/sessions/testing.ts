import { expect } from 'vitest';
import { hashPassword } from '../../identity/passwords.ts';
import { type Browser, createBrowser, textOf } from '../../testing/browser.ts';
import type { TestPerson, TestServer } from '../../testing/test-server.ts';

export const PASSWORD = 'correct horse battery';

let people = 0;

/** Makes a person of `demo` who can sign in with {@link PASSWORD}. */
export async function personWithPassword(test: TestServer): Promise<TestPerson> {
  people += 1;
  const person = await test.addPerson(test.organizationId, `person${people}`, 'Team');
  await givePassword(test, person);
  return person;
}

/** Gives a person the password {@link PASSWORD}. */
export async function givePassword(test: TestServer, person: TestPerson): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  const row = { organization_id: person.organizationId, person_id: person.id, hash };
  await test.server.dependencies.database.system.insertInto('password').values(row).execute();
}

/** A browser in which the person has signed in. */
export async function signedIn(test: TestServer, person: TestPerson): Promise<Browser> {
  const browser = createBrowser(test.server.app);
  const answer = await browser.ask('POST', '/auth/session', { email: person.email, password: PASSWORD });
  expect(answer.status).toBe(200);
  return browser;
}

/** The secret of a new sign-in link that an administrator has made. */
export async function newLinkSecret(test: TestServer, person: TestPerson): Promise<string> {
  const link = await test.ask(test.people.administrator, 'POST', `/api/rest/users/${person.id}/signInLink`);
  expect(link.status).toBe(200);
  expect(link.headers['cache-control']).toBe('no-store');
  const url = textOf(link.body.data?.url);
  expect(url).toMatch(/^http:\/\/localhost:80\/sign-in#link=[\w-]{43}$/);
  return url.slice(url.indexOf('=') + 1);
}
