import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import type { Installation } from './installation.ts';

export const PASSWORD = 'correct horse battery';

/** Calls the REST API of an installation as its first administrator; gives what stands under `data`. */
export async function askRest<Data>(
  at: Installation,
  method: string,
  path: string,
  body?: unknown,
): Promise<Data> {
  const separator = path.includes('?') ? '&' : '?';
  const answer = await fetch(`${at.url}/api/rest${path}${separator}api-version=3.2`, {
    method,
    headers: { authorization: `Bearer ${at.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { data: Data }).data;
}

/** The id of a person of the demo organization, such as `cleo`. */
export async function idOf(at: Installation, name: string): Promise<string> {
  const people = await askRest<{ id: string; uniqueName: string }[]>(at, 'GET', '/users');
  const person = people.find(({ uniqueName }) => uniqueName === `${name}@demo.local`);
  if (!person) throw new Error(`there is no ${name}`);
  return person.id;
}

/** A page in a session of its own in which a person of the demo organization is signed in, at Day. Other sessions of the person end. */
export async function openPageAs(
  browser: Browser,
  at: Installation,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const { url } = await askRest<{ url: string }>(at, 'POST', `/users/${await idOf(at, name)}/signInLink`, {});
  const page = await openPage(browser, options);
  // The pages of signing in have journeys of their own.
  const post = async (path: string, data: object, headers = {}) => {
    const answer = await page.request.post(`${at.url}/auth/${path}`, { data, headers });
    if (!answer.ok()) throw new Error(`${name} cannot sign in: ${await answer.text()}`);
    return ((await answer.json()) as { data: { csrfToken: string } }).data;
  };
  const secret = new URLSearchParams(new URL(url).hash.slice(1)).get('link');
  const { csrfToken } = await post('link', { secret });
  await post('password', { password: PASSWORD }, { 'x-csrf-token': csrfToken });
  await page.goto(at.url);
  await page.locator('#content h1').waitFor();
  return page;
}
