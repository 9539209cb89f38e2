import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'ann');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const builtIn = (number: number) => `/reports/7e9027a0-0000-4000-8000-00000000000${number}`;
const widget = (title: string) => page.locator('section[data-widget]').filter({ hasText: title });
const minutes = (text: string) => {
  const [hours = '0', rest = '0'] = text.trim().split(':');
  return Number(hours) * 60 + Number(rest);
};

/** Asks the reporting service as the first administrator, who sees what Ann sees. */
async function rowsOf(query: string): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${at.url}/api/odata/v3.2/${query}`, {
    headers: { authorization: `Bearer ${at.token}` },
  });
  return ((await answer.json()) as { value: Record<string, unknown>[] }).value;
}

/** The first and the last day of the month before this one, by the clock of the browser. */
function lastMonth(): [string, string] {
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Berlin' });
  const [year = 0, month = 0] = today.split('-').map(Number);
  const day = (months: number, date: number) =>
    new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
  return [day(-1, 1), day(0, 0)];
}

const column: object = {
  type: 'Columns',
  title: 'Hours of everybody',
  endpoint: 'workLogsOnly',
  query: '$apply=groupby((User/Name),aggregate(PeriodLength with sum as PeriodLength))',
  subTitle: null,
  labelRadius: 4,
  x: 0,
  y: 0,
  w: 8,
  h: 2,
  xAxis: { type: 'category' },
  yAxis: { type: 'duration' },
  series: { fieldX: 'User.Name', fieldY: 'PeriodLength' },
};
const number: object = {
  type: 'Number',
  title: 'All of it',
  endpoint: 'workLogsOnly',
  query: '$apply=aggregate(PeriodLength with sum as PeriodLength)',
  fieldName: 'PeriodLength',
  formatter: 'TimeLength',
};

describe('by mouse', () => {
  test('totals of numbers, charts and their tables are those of the API', async () => {
    await page.goto(`${at.url}${builtIn(2)}?time=LastMonth`);
    const chart = widget('People').first();
    await chart.getByRole('img').waitFor();
    await chart.getByRole('button', { name: 'Show People as a table' }).click();
    const rows = chart.locator('tbody tr');
    await rows.first().waitFor();
    const [from, to] = lastMonth();
    const wanted = await rowsOf(
      `workLogsOnly?$apply=filter(Timestamp ge ${from}T00:00:00Z and Timestamp le ${to}T23:59:59Z)/groupby((User/Name),aggregate(PeriodLength with sum as PeriodLength))`,
    );
    const shown = (await rows.allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()));
    expect(shown).toHaveLength(wanted.length);
    for (const { User, PeriodLength } of wanted as { User: { Name: string }; PeriodLength: number }[]) {
      const [, length = ''] = shown.find(([name]) => name === User.Name) ?? [];
      expect(minutes(length ?? '')).toBe(Math.ceil(PeriodLength / 60));
    }
    const total = (wanted as { PeriodLength: number }[]).reduce((sum, row) => sum + row.PeriodLength, 0);
    const text = await widget('Last month').first().locator('div[title]').innerText();
    expect(minutes(text)).toBe(Math.ceil(total / 60));
    await keepPicture(page, 'report-team');
  });

  test('rows of a tree open, level by level', async () => {
    await page.goto(`${at.url}${builtIn(4)}`);
    const closed = page.locator('tbody button[aria-expanded="false"]');
    const count = () => page.locator('tbody tr').count();
    await closed.first().waitFor();
    const roots = await count();
    await closed.first().click();
    await expect.poll(count).toBeGreaterThan(roots + 1);
    const below = await count();
    await closed.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(count).toBeGreaterThan(below + 1);
    expect(await page.getByText('There is nothing at this path').count()).toBe(0);
  });

  test('on a phone the arrow of a row stands beside its text', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${at.url}${builtIn(4)}`);
    const button = page.locator('tbody button[aria-expanded]').first();
    await button.waitFor();
    const middle = async (of: Locator) => {
      const box = await of.boundingBox();
      return box === null ? null : box.y + box.height / 2;
    };
    const row = await middle(button);
    expect(row).not.toBeNull();
    expect(await middle(button.locator('svg'))).toBeCloseTo(row ?? 0, 0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('time and people are chosen, and stay over a reload', async () => {
    await page.goto(`${at.url}${builtIn(3)}`);
    await page.getByRole('button', { name: 'Whose: All' }).click();
    await page.getByRole('menuitemradio', { name: 'Atlas' }).click();
    await page.getByRole('button', { name: 'Time: Last 30 days' }).click();
    await page.getByRole('menuitemradio', { name: 'This year' }).click();
    await page.getByRole('button', { name: 'Whose: Atlas' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Time: This year' }).waitFor();
    const cells = widget('People and projects').first().locator('tbody tr td:nth-child(2)');
    await cells.first().waitFor();
    expect(new Set(await cells.allInnerTexts())).toEqual(new Set(['Atlas']));
  });

  test('a report is pasted from the gallery, saved, shared, mailed by plan, and deleted with undo', async () => {
    await page.goto(`${at.url}/reports`);
    await page.getByRole('button', { name: 'New report' }).click();
    await page.getByRole('button', { name: 'Paste JSON' }).click();
    await page
      .getByLabel('JSON')
      .fill(JSON.stringify({ name: 'From the gallery', widgets: [column, number] }));
    await page.getByRole('button', { name: 'Add 2 widgets' }).click();
    await widget('All of it').first().waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: From the gallery').waitFor();
    await page.getByRole('heading', { level: 1, name: 'From the gallery' }).waitFor();
    await keepPicture(page, 'report-pasted');

    await page.getByRole('button', { name: 'More: From the gallery' }).click();
    await page.getByRole('menuitem', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = page.getByRole('dialog').locator('code');
    await link.waitFor();
    const address = new URL(await link.innerText());
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    const other = await openPageAs(browser, at, 'cleo');
    await other.goto(`${at.url}${address.pathname}`);
    await other.getByRole('heading', { level: 1, name: 'From the gallery' }).waitFor();
    await other.context().close();

    await page.getByRole('button', { name: 'More: From the gallery' }).click();
    await page.getByRole('menuitem', { name: 'Send by mail' }).click();
    await page.getByLabel('How often').selectOption('monthly');
    await page.getByLabel('Day of the month').fill('15');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page
      .getByText(/The next mail goes out 15 /)
      .first()
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'More: From the gallery' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'From the gallery' }).waitFor();
  });

  test('widgets are moved and resized by dragging', async () => {
    await page.goto(`${at.url}/reports`);
    await page.getByRole('link', { name: 'From the gallery' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const boxOf = async (title: string) =>
      (await widget(title).first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await widget('All of it').first().waitFor();
    const before = await boxOf('Hours of everybody');
    await page.mouse.move(before.x + before.width - 4, before.y + before.height - 4);
    await page.mouse.down();
    await page.mouse.move(before.x + before.width / 2, before.y + before.height + 110, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await boxOf('Hours of everybody')).width).toBeLessThan(before.width * 0.7);
    expect((await boxOf('Hours of everybody')).height).toBeGreaterThan(before.height);
    const handle = page.getByRole('button', { name: 'Move All of it', exact: true });
    const from = (await handle.boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(from.x + 600, before.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await boxOf('All of it')).y).toBe(before.y);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByText('The changes were discarded').waitFor();
  });

  test('two people at once: who saves last is told, and may save over it', async () => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Who sees it').selectOption('organization');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: From the gallery').waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const id = new URL(page.url()).pathname.split('/').pop() ?? '';
    await askRest(at, 'PATCH', `/reports/${id}`, { description: 'By an administrator' });
    await page.getByLabel('Description').fill('By its owner');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody changed this report meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('Saved: From the gallery').waitFor();
    await page.getByText('By its owner').waitFor();
  });

  test('a chart becomes a picture, its data a file', async () => {
    await page.goto(`${at.url}${builtIn(1)}?time=LastMonth`);
    const chart = widget('Day by day').first();
    await chart.getByRole('img').waitFor();
    for (const [item, name] of [
      ['Picture (PNG)', 'Day by day.png'],
      ['CSV', 'Day by day.csv'],
      ['Excel (XLSX)', 'Day by day.xlsx'],
    ] as const) {
      await chart.getByRole('button', { name: 'More: Day by day' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      expect((await download).suggestedFilename()).toBe(name);
    }
  });

  test('a table is pivoted, and its total is that of its rows', async () => {
    await page.goto(`${at.url}${builtIn(3)}?time=LastMonth`);
    const table = widget('People and projects').first();
    await table.getByRole('button', { name: 'More: People and projects' }).click();
    await page.getByRole('menuitem', { name: 'Pivot' }).click();
    await table.getByLabel('Columns').selectOption('WorkItem.System_TeamProject');
    await table.getByLabel('Values').selectOption('PeriodLength');
    const total = await table.locator('tfoot td').last().innerText();
    const tracked = await widget('Tracked').first().locator('div[title]').innerText();
    expect(total).toBe(tracked);
  });
});

describe('by keyboard alone', () => {
  test('a chart is read point by point', async () => {
    await page.goto(`${at.url}${builtIn(2)}?time=LastMonth`);
    const chart = widget('People').first().getByRole('img');
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    const told = () => chart.locator('[aria-live]').innerText();
    await expect.poll(told).toMatch(/^\S+ .+: Tracked \d+:\d\d$/);
    const first = await told();
    await page.keyboard.press('End');
    await expect.poll(told).not.toBe(first);
  });

  test('widgets are moved and resized with arrow keys, changed in the editor, and the draft outlives a reload', async () => {
    await page.goto(`${at.url}${builtIn(1)}`);
    await page.getByRole('button', { name: 'Copy and change' }).focus();
    await page.keyboard.press('Enter');
    const handle = page.getByRole('button', { name: 'Move Day by day', exact: true });
    await handle.waitFor();
    const box = async () => (await widget('Day by day').first().boundingBox()) ?? { width: 0, y: 0 };
    const before = await box();
    await handle.focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(async () => (await box()).width).toBeLessThan(before.width);
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: 'Edit Day by day' }).focus();
    await page.keyboard.press('Enter');
    const title = page.getByRole('dialog').getByLabel('Title', { exact: true });
    await title.fill('Every day');
    await page.getByRole('button', { name: 'Apply' }).focus();
    await page.keyboard.press('Enter');
    await widget('Every day').first().waitFor();
    await page.reload();
    await widget('Every day').first().waitFor();
    await page.getByText('These are your changes from before').waitFor();
    await page.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Saved: /).waitFor();
    await widget('Every day').first().waitFor();
  });
});

describe('bad input', () => {
  test('what is no JSON, no widget or of no known type is refused below the field', async () => {
    await page.goto(`${at.url}/reports`);
    await page.getByRole('button', { name: 'New report' }).click();
    await page.getByRole('button', { name: 'Paste JSON' }).click();
    const field = page.getByLabel('JSON');
    const alert = page.getByRole('dialog').getByRole('alert');
    for (const [text, told] of [
      ['{"type": ', /JSON/],
      ['{}', /There is no widget in it/],
      [JSON.stringify([number, { ...number, type: 'Gauge' }]), /1\.type: This type is not known.*StackedBar/],
    ] as const) {
      await field.fill(text);
      await expect.poll(() => alert.innerText()).toMatch(told);
      expect(await page.getByRole('button', { name: /^Add \d widget/ }).isDisabled()).toBe(true);
    }
    await page.keyboard.press('Escape');
  });

  test('a query that the service refuses is told in the preview, with its position', async () => {
    await page.getByRole('button', { name: 'Add widget' }).click();
    await page.getByLabel('Query (OData)').fill('$filter=Nix eq 1');
    await page
      .getByRole('dialog')
      .getByText(/Unknown property "Nix".*position 0/)
      .waitFor();
    await page.getByLabel('Category').fill('');
    await page.getByText('At series.fieldX: a Columns needs it').waitFor();
    expect(await page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
  });

  test('a report that is not there says so, and a member without the right to budgets is told why', async () => {
    await page.goto(`${at.url}/reports/7e9027a0-0000-4000-8000-0000000000ff`);
    await page.getByRole('alert').waitFor();
    const member = await openPageAs(browser, at, 'dan');
    await member.goto(`${at.url}${builtIn(2)}`);
    const budgets = member.locator('section[data-widget]').filter({ hasText: 'Budgets' });
    await expect.poll(() => budgets.innerText()).toMatch(/This needs the role Budget; yours is Team/);
    await member.context().close();
  });
});

test('axe finds nothing wrong where a report is changed', async () => {
  await page.goto(`${at.url}/reports`);
  await page.getByRole('link', { name: 'From the gallery' }).first().click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await widget('All of it').first().waitFor();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit Hours of everybody' }).click();
  await page.getByRole('dialog').getByRole('img').waitFor();
  await expectAccessible(page, 'report-editor');
  await page.keyboard.press('Escape');
});
