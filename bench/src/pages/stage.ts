import { rmSync } from 'node:fs';
import { connectionToUrl, startEmbeddedPostgres } from '@stint/postgres';
import { Client } from 'pg';
import { type BrowserContext, chromium } from 'playwright-core';
import type { Closing } from '../data/installation.ts';
import { freePort } from '../processes/program.ts';
import { newFolder } from '../processes/root.ts';
import { startStint } from '../processes/stint.ts';
import { buildPages } from './built.ts';

const TOKEN = 'bench-bench-bench-bench-bench-bench-bench';

/** Stint with its demo, and a browser in which the first administrator is signed in. */
export interface PageStage {
  /** Address of Stint. */
  url: string;
  /** Works on the database as its owner. */
  database: Client;
  browser: BrowserContext;
  /** Where the browser listens for what debugs it. */
  debugPort: number;
}

/** Prepares an installation with demo data and Chromium of this machine, runs `work` and takes everything down again. */
export async function* onPages<Result>(
  work: (stage: PageStage) => AsyncIterable<Result>,
): AsyncGenerator<Result> {
  buildPages();
  const closing: Closing = [];
  try {
    const folder = newFolder();
    closing.push(async () => rmSync(folder, { recursive: true, force: true }));
    const postgres = await startEmbeddedPostgres({ dataDirectory: folder });
    closing.push(() => postgres.stop());
    const env = { DATABASE_URL: connectionToUrl(postgres.connection), STINT_DATA: folder };
    const ours = await startStint({ ...env, STINT_BOOTSTRAP_TOKEN: TOKEN });
    closing.push(() => ours.stop());
    const { host, port, user, database: name } = postgres.connection;
    const database = new Client({ host, port, user, database: name, password: '' });
    await database.connect();
    closing.push(() => database.end());
    const debugPort = await freePort();
    const browser = await chromium.launchPersistentContext(`${folder}/chromium`, {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      viewport: { width: 1920, height: 1080 },
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', `--remote-debugging-port=${debugPort}`],
    });
    closing.push(() => browser.close());
    await signIn(browser, ours.address);
    yield* work({ url: ours.address, database, browser, debugPort });
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

interface Listed {
  readonly data: readonly { readonly id: string; readonly uniqueName: string }[];
}

/** Signs the first administrator in, by a one-time link. */
async function signIn(browser: BrowserContext, url: string): Promise<void> {
  const ask = async (method: string, path: string): Promise<unknown> => {
    const answer = await fetch(`${url}/api/rest${path}?api-version=3.2`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{}' }),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  const { data } = (await ask('GET', '/users')) as Listed;
  const admin = data.find(({ uniqueName }) => uniqueName === 'admin@demo.local');
  const link = (await ask('POST', `/users/${admin?.id}/signInLink`)) as { data: { url: string } };
  const { pathname, hash } = new URL(link.data.url);
  const page = await browser.newPage();
  await page.goto(`${url}${pathname}${hash}`);
  const password = page.locator('input[autocomplete="new-password"]');
  await password.fill('correct horse battery');
  await password.press('Enter');
  await page.locator('#content h1').waitFor();
  await page.close();
}
