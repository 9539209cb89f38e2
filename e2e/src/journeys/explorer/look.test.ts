import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../../browser.ts';
import { type Installation, startInstallation } from '../../installation.ts';
import { askRest, idOf, openPageAs } from '../../sign-in.ts';
import { type Explorer, explorerOn, LAST_MONTH, lastMonth, minutes, read, view } from './explorer-on.ts';

let at: Installation;
let browser: Browser;
/** The administrator, who may change everybody’s time. */
let page: Page;
let on: Explorer;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'admin', { permissions: ['clipboard-read', 'clipboard-write'] });
  on = explorerOn(at, page);
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

describe('by mouse', () => {
  test('time, person and words narrow the worklogs; their sums and files are those of the API', async () => {
    await page.goto(at.url);
    await page.getByRole('navigation').getByRole('link', { name: 'Explorer' }).first().click();
    await on.line(0).waitFor();
    await on.choose('Last 30 days', 'Last month');
    await on.expectSums(lastMonth());
    await keepPicture(page, 'explorer');
    await on.choose(/^Person/, 'Cleo Winter');
    const cleo = await idOf(at, 'cleo');
    const condition = `${lastMonth()} and UserId eq ${cleo}`;
    await on.expectSums(condition);
    const csv = (await on.download('CSV file')).toString('utf8').trim().split('\r\n');
    expect(csv.length - 1).toBe((await on.sumsOf(condition)).Count);
    expect((await on.download('Excel file')).subarray(0, 2).toString()).toBe('PK');
    const [word = ''] = (await on.line(0).innerText()).match(/\d{4,}/) ?? [];
    await page.getByRole('searchbox').fill(`#${word}`);
    await on.expectSums(`${condition} and WorkItemId eq ${word}`);
    await page.getByRole('searchbox').fill('there is no such worklog');
    await page.getByText('No worklogs here').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await on.expectSums(lastMonth());
  });

  test('titles sort, by several columns too; groups add up, open, and are selected whole', async () => {
    await on.open();
    await page
      .getByRole('columnheader', { name: /^Length/ })
      .getByRole('button')
      .click();
    const sortOf = (name: RegExp) => page.getByRole('columnheader', { name }).getAttribute('aria-sort');
    await expect.poll(() => sortOf(/^Length/)).not.toBe('none');
    await page
      .getByRole('columnheader', { name: /^Person/ })
      .getByRole('button')
      .click({ modifiers: ['Shift'] });
    await expect.poll(() => sortOf(/^Person/)).not.toBe('none');
    expect(await sortOf(/^Length/)).not.toBe('none');
    await on.choose('Group', 'Person');
    await page.getByRole('treegrid').waitFor();
    const wanted = await on.rowsOf<{ User: { Name: string }; Seconds: number; Count: number }>(
      `workLogsWorkItems?$apply=filter(${encodeURIComponent(lastMonth())})/groupby((UserId,User/Name),aggregate(PeriodLength with sum as Seconds,$count as Count))`,
    );
    await expect.poll(() => page.locator('[data-group]').count()).toBe(wanted.length);
    for (const { User, Seconds } of wanted) {
      const group = page.locator('[data-group]').filter({ hasText: User.Name });
      expect(read(await group.locator('b').innerText())).toBe(minutes(Seconds));
    }
    const group = page.locator('[data-group]').first();
    await group.click();
    await expect.poll(() => group.getAttribute('aria-expanded')).toBe('true');
    await on.line(1).waitFor();
    await group.locator('[data-check]').click();
    const name = await group.innerText();
    const of = wanted.find(({ User }) => name.includes(User.Name));
    await on.selection().getByText(`${of?.Count} selected`).waitFor();
    await keepPicture(page, 'explorer-groups');
  });

  test('columns are chosen, moved, and come again with a reload', async () => {
    await on.open();
    await page.getByRole('button', { name: 'Columns' }).click();
    const panel = page.getByRole('dialog', { name: 'Columns' });
    await panel.getByRole('checkbox', { name: 'State' }).click();
    await panel.getByRole('button', { name: 'Move Person up' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    const titles = async () =>
      (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).filter(Boolean);
    await expect.poll(async () => (await titles())[0]).toMatch(/^Person/);
    expect(await titles()).toContain('State');
    await page.reload();
    await on.line(0).waitFor();
    expect((await titles())[0]).toMatch(/^Person/);
    expect(await titles()).toContain('State');
  });
});

test('layouts are saved, opened first, changed, deleted and brought back', async () => {
  await on.open();
  await on.choose('Group', 'Project');
  await page.getByRole('treegrid').waitFor();
  await page.getByRole('button', { name: 'Layout' }).click();
  await page.getByRole('menuitem', { name: /^Save as new layout/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Save as new layout/ });
  await dialog.waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByText('Give it a name.').waitFor();
  await dialog.getByLabel('Name').fill('By project');
  await page.keyboard.press('Enter');
  await page.getByText('Layout “By project” saved').waitFor();
  await on.choose('By project', 'Open with “By project”');
  await expect
    .poll(
      async () => (await askRest<{ name: string; isDefault: boolean }[]>(at, 'GET', '/explorer/layouts'))[0],
    )
    .toMatchObject({ name: 'By project', isDefault: true });
  await page.goto(`${at.url}/explorer`);
  await page.getByRole('treegrid').waitFor();
  await on.choose(/^By Project|^By project/, 'Standard layout');
  await page.getByRole('grid').waitFor();
  await page.getByRole('button', { name: 'Layout' }).click();
  await page.getByRole('menuitemradio', { name: /^By project/ }).click();
  await page.getByRole('treegrid').waitFor();
  await on.choose('By project', 'Delete “By project”');
  await page.getByText('Layout “By project” deleted').waitFor();
  await on.undo();
  await expect
    .poll(async () =>
      (await askRest<{ name: string }[]>(at, 'GET', '/explorer/layouts')).map(({ name }) => name),
    )
    .toEqual(['By project']);
});

describe('bad input', () => {
  test('a view in the address that is none is as none', async () => {
    await on.open('/explorer?view=%7B%22columns%22:7%7D&layout=nobody');
    expect(await page.getByRole('columnheader').count()).toBeGreaterThan(5);
    await on.open('/explorer?view=nonsense');
  });

  test('days in the wrong order are told beside the field', async () => {
    await on.open();
    await page.getByRole('button', { name: 'Last month' }).click();
    await page.getByRole('menuitemradio', { name: 'Other days …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Other days', exact: true });
    await dialog.getByLabel('Last day').fill('2020-01-01');
    await page.keyboard.press('Enter');
    await dialog.getByText('The last day is before the first.').waitFor();
    await page.keyboard.press('Escape');
  });

  test('where worklogs cannot be had it says so, and tries again', async () => {
    await page.route('**/api/odata/**', (route) =>
      route.fulfill({ status: 400, json: { error: { code: 'X', message: 'Not today.' } } }),
    );
    await page.goto(`${at.url}${view(LAST_MONTH)}`);
    await page.getByRole('alert').getByText('Not today.').waitFor();
    await expectAccessible(page);
    await page.unroute('**/api/odata/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await on.line(0).waitFor();
  });
});

test('axe finds nothing wrong', async () => {
  await on.open(view(LAST_MONTH, { groupBy: ['User/Name'] }));
  await page.locator('[data-group]').first().click();
  await on.line(1).waitFor();
  await on.line(1).click();
  await on.selection().waitFor();
  await expectAccessible(page, 'explorer-selected');
  await on.open();
  await expectAccessible(page);
});
