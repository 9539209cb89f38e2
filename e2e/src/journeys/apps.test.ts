import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { openPageAs } from '../sign-in.ts';

let folder: string;
let at: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stint-releases-'));
  [at, browser] = await Promise.all([startInstallation({ STINT_DESKTOP_RELEASES: folder }), openBrowser()]);
  page = await openPageAs(browser, at, 'admin');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
  await rm(folder, { recursive: true });
});

const PROGRAM = '#!/bin/sh\necho "a desktop app"\n';
const sha512 = createHash('sha512').update(PROGRAM).digest('hex');

async function publish(file: string, target: string, version: string): Promise<void> {
  const release = { version, channel: 'stable', target, file, size: PROGRAM.length, sha512 };
  await writeFile(join(folder, file), PROGRAM);
  const signed = JSON.stringify({ release, signature: `${'A'.repeat(86)}==` });
  await writeFile(join(folder, `${file}.release.json`), signed);
}
const show = (who: Page) => who.goto(`${at.url}/apps`);

test('without a release administrators are told how to publish one, others whom to ask', async () => {
  await show(page);
  await page.getByText('desktop release FILE').waitFor();
  await expectAccessible(page);
  const other = await openPageAs(browser, at, 'dan');
  await show(other);
  await other.getByText('Ask an administrator to publish one.').waitFor();
  expect(await other.getByText('desktop release FILE').count()).toBe(0);
  await other.context().close();
});

test('the files for this system come first, with version, size and checksum, and are fetched by a key', async () => {
  await publish('Stint-Setup-1.2.0.exe', 'win-x64-nsis', '1.2.0');
  await publish('Stint-1.2.0.AppImage', 'linux-x64-appimage', '1.2.0');
  await show(page);
  const rows = page.getByRole('list', { name: 'Desktop app' }).getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.first().innerText()).toContain('Linux x64');
  expect(await rows.last().innerText()).toMatch(/Windows x64 · Installer\s+Version 1\.2\.0 · 31 B/);
  await rows.first().getByText('SHA-512 checksum', { exact: true }).click();
  await rows.first().getByText(sha512).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Download Linux x64' }).focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('Stint-1.2.0.AppImage');
  expect(await readFile(await download.path(), 'utf8')).toBe(PROGRAM);
});
