import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
/** Has the role Budget. */
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'ann');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

interface Budget {
  readonly id: string;
  readonly name: string;
  readonly plannedLength: number;
  readonly trackedLength: number;
  readonly billedLength: number;
  readonly remainingLength: number;
}

interface WorkItem {
  readonly workItemId: number;
  readonly title: string;
  readonly assignmentType: { readonly name: string };
}

const minutes = (text: string) => {
  const [hours = '0', rest = '0'] = text.replace('−', '').split(':');
  return (text.startsWith('−') ? -1 : 1) * (Number(hours) * 60 + Number(rest));
};
const rounded = (seconds: number) => Math.sign(seconds) * Math.ceil(Math.abs(seconds) / 60);
const budgets = () => askRest<Budget[]>(at, 'GET', '/budgets');
const rows = () => page.getByRole('table').first().locator('tbody tr');

async function openBudget(name: string): Promise<Budget> {
  const budget = (await budgets()).find((each) => each.name === name);
  if (!budget) throw new Error(`there is no budget ${name}`);
  await page.goto(`${at.url}/budgets/${budget.id}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return budget;
}

test('the list has the sums of the API, and exports them', async () => {
  await page.goto(`${at.url}/budgets`);
  await rows().first().waitFor();
  const all = await budgets();
  expect(await rows().count()).toBe(all.length);
  for (const [index, budget] of all.entries()) {
    const cells = await rows().nth(index).locator('td').allInnerTexts();
    const sums = [budget.plannedLength, budget.trackedLength, budget.billedLength, budget.remainingLength];
    expect(cells.slice(2).map(minutes)).toEqual(sums.map(rounded));
  }
  await keepPicture(page, 'budgets');
  const href = (await page.getByRole('link', { name: 'Export CSV' }).getAttribute('href')) ?? '';
  const lines = (await (await page.request.get(at.url + href)).text()).trim().split('\r\n');
  expect(lines.length).toBe(all.length + 1);
});

test('the chart and its table end at what is left', async () => {
  const [first] = await budgets();
  const budget = await openBudget(first?.name ?? '');
  await page.getByRole('img', { name: /planned/ }).waitFor();
  await page.getByText('As a table').click();
  const weeks = page.getByRole('table', { name: 'Burn-down, Week' }).locator('tbody tr');
  expect(minutes(await weeks.first().locator('td').last().innerText())).toBe(rounded(budget.remainingLength));
  await page.getByText('This budget is overdrawn').waitFor();
  await keepPicture(page, 'budget');
});

test('by keyboard alone: a new budget, which needs a name that is free; what is typed outlives a reload', async () => {
  await page.goto(`${at.url}/budgets`);
  await rows().first().waitFor();
  await page.getByRole('button', { name: 'New budget' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New budget' });
  await dialog.waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Give the budget a name.').waitFor();
  await page.keyboard.type((await budgets())[0]?.name ?? '');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1:30');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText(/choose another name/).waitFor();
  await dialog.getByLabel('Name').fill('Spikes');
  await page.reload();
  await page.getByRole('button', { name: 'New budget' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => dialog.getByLabel('Name').inputValue()).toBe('Spikes');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Spikes' }).waitFor();
  expect((await budgets()).find(({ name }) => name === 'Spikes')).toMatchObject({ plannedLength: 5400 });
});

test('what has another budget is refused, and can be moved; detaching is undone', async () => {
  const [first] = await budgets();
  const items = await askRest<WorkItem[]>(at, 'GET', `/budgets/${first?.id}/workItems`);
  const item = items.find(({ assignmentType }) => assignmentType.name === 'DirectlyAssigned');
  await openBudget('Spikes');
  const attached = page.getByRole('region', { name: 'Attached to' });
  const find = attached.getByRole('combobox', { name: 'Find a work item to attach' });
  await find.fill(`${item?.workItemId}`);
  await page.locator('[role="option"]').first().waitFor();
  await find.press('Enter');
  await attached.getByText(/send move: true|has the budget/).waitFor();
  await attached.getByRole('button', { name: 'Move it here' }).click();
  const row = attached.getByRole('listitem').filter({ hasText: `${item?.workItemId}` });
  await row.waitFor();
  await row.getByRole('button', { name: 'Detach' }).click();
  await row.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  await attached.getByText('Exclude it').click();
  await attached.getByLabel('What to attach').selectOption('iteration');
  await attached.getByLabel('Path of the iteration').fill('No such path');
  await page.keyboard.press('Enter');
  await attached.getByText(/is not known/).waitFor();
});

test('a work item says which budget it has, and why', async () => {
  const inherited = (await budgets()).find(({ name }) => name.startsWith('Borealis:'));
  const items = await askRest<WorkItem[]>(at, 'GET', `/budgets/${inherited?.id}/workItems`);
  const child = items.find(({ assignmentType }) => assignmentType.name === 'InheritedFromParent');
  await openBudget(inherited?.name ?? '');
  const panel = page.getByRole('region', { name: 'Work items with this budget' });
  const row = panel.getByRole('row').filter({ hasText: `${child?.workItemId}` });
  await row.getByRole('cell', { name: /^From the parent/ }).waitFor();
  const find = panel.getByRole('combobox', { name: 'Which budget has this work item?' });
  const frame = await find.locator('..').boundingBox();
  expect(frame?.height, 'the field is one line').toBe(32);
  await find.fill(`${child?.workItemId}`);
  await page.locator('[role="option"]').first().waitFor();
  await find.press('Enter');
  await panel.getByRole('status').getByText('From its nearest parent').waitFor();
  await panel.getByRole('link', { name: inherited?.name ?? '' }).waitFor();
});

test('a plan may be longer than anything that is tracked, and is changed again', async () => {
  const { id } = await askRest<Budget>(at, 'POST', '/budgets', { name: 'Years', plannedLength: 72_000_000 });
  await page.goto(`${at.url}/budgets/${id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit budget' });
  await dialog.getByLabel('Planned').fill('25000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await askRest<Budget>(at, 'GET', `/budgets/${id}`)).plannedLength).toBe(90_000_000);
  await askRest(at, 'DELETE', `/budgets/${id}`);
});

test('closing is undone; a budget with worklogs is not deleted, and says why; another one is', async () => {
  await openBudget((await budgets()).find(({ name }) => name === 'Borealis support')?.name ?? '');
  await page.getByRole('button', { name: 'Close budget' }).click();
  await page.getByText('Closed: Borealis support').waitFor();
  await page.getByRole('button', { name: 'Reopen budget' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Reopened: Borealis support').waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page
    .getByRole('alert')
    .getByText(/worklogs have the budget/)
    .waitFor();
  const { id } = await askRest<Budget>(at, 'POST', '/budgets', { name: 'Unused' });
  await page.goto(`${at.url}/budgets/${id}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { level: 1, name: 'Budgets' }).waitFor();
  expect((await budgets()).map(({ name }) => name)).not.toContain('Unused');
});

test('whoever lacks the role does not find the page, and is told which role it needs', async () => {
  const cleo = await openPageAs(browser, at, 'cleo');
  expect(await cleo.getByRole('navigation').getByRole('link', { name: 'Budgets' }).count()).toBe(0);
  await cleo.goto(`${at.url}/budgets`);
  await cleo.getByText(/needs the role Budget/).waitFor();
  await cleo.context().close();
  await page.goto(`${at.url}/budgets/not-an-id`);
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
});

test('axe finds nothing wrong', async () => {
  await page.goto(`${at.url}/budgets`);
  await rows().first().waitFor();
  await expectAccessible(page);
  await openBudget('Spikes');
  await page.getByRole('region', { name: 'Work items with this budget' }).waitFor();
  await expectAccessible(page);
});
