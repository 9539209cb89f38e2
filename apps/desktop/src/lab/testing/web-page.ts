import { type Browser, chromium, type Page } from 'playwright-core';
import type { testServer } from '@stint/server/testing';

type TestServer = Awaited<ReturnType<typeof testServer>>;

/** The pages of the server in a browser, with a person signed in. */
export async function openWebPage(
  server: TestServer,
  address: string,
  personId: string,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const path = `/api/rest/users/${personId}/signInLink`;
  const { body } = await server.ask(server.people.administrator, 'POST', path, {});
  const { pathname, hash } = new URL((body['data'] as unknown as { url: string }).url);
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage({ locale: 'en-GB' });
  page.setDefaultTimeout(60_000);
  await page.goto(`${address}${pathname}${hash}`);
  const password = page.locator('input[autocomplete="new-password"]');
  await password.fill('correct horse battery');
  await password.press('Enter');
  await page.locator('#content h1').waitFor();
  return { page, close: () => browser.close() };
}
