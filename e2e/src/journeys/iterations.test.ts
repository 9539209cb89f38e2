import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

interface Figures {
  readonly effort: number | null;
  readonly trackedLength: number;
  readonly trackedSummaryLength: number;
  readonly pace: number | null;
  readonly budget: { readonly name: string } | null;
}

interface Iteration extends Figures {
  readonly path: string;
  readonly name: string;
  readonly project: string;
  readonly startDate: string;
  readonly finishDate: string;
  readonly workItems: number;
  readonly movedWorkItems: number;
}

interface Item extends Figures {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly isMoved: boolean;
  readonly iterationPath: string;
}

const iterations = (query = '') => askRest<Iteration[]>(at, 'GET', `/iterations?${query}`);
const details = (path: string) =>
  askRest<{ iteration: Iteration; workItems: Item[] }>(
    at,
    'GET',
    `/iterations/details?$path=${encodeURIComponent(path)}`,
  );
const table = (name: string | RegExp = 'Iterations') => page.getByRole('table', { name });
const rows = (name?: string | RegExp) => table(name).locator('tbody tr');
const cellsOf = async (name: string, index: number) =>
  (await rows(name).nth(index).locator('td').allInnerTexts()).map((text) => text.trim());
const length = (seconds: number) => {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 0 ? '–' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
const number = (value: number) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value);
const figuresOf = ({ effort, trackedLength, trackedSummaryLength, budget }: Figures) => [
  effort === null ? '–' : number(effort),
  length(trackedLength),
  length(trackedSummaryLength),
  budget?.name ?? '–',
];
/** The figures of a row but the pace, which is hours with two decimals. */
const shownFigures = (cells: readonly string[], from: number) => [
  ...cells.slice(from, from + 3),
  cells[from + 4],
];
/** What a pace in words is to a number: rounded to hundredths of an hour. */
const expectPace = (text: string | undefined, pace: number | null) => {
  if (pace === null) expect(text).toBe('–');
  else
    expect(Math.abs(Number.parseFloat(text?.replaceAll(',', '') ?? '') - pace)).toBeLessThanOrEqual(0.0051);
};

async function openList(query = '') {
  await page.goto(`${at.url}/iterations${query}`);
  await rows().first().waitFor();
}

/** An iteration of the last ninety days that has moved items as well as its own. */
async function busyIteration(): Promise<Iteration> {
  const all = await iterations();
  const found = all.find(({ movedWorkItems, workItems }) => movedWorkItems > 0 && workItems > 0);
  if (!found) throw new Error('no iteration has items and moved items');
  return found;
}

describe('figures', () => {
  test('of iterations are those of the API, and their sum stands above', async () => {
    await openList();
    const all = await iterations();
    expect(await rows().count()).toBe(all.length);
    for (const [index, iteration] of all.entries()) {
      const cells = await cellsOf('Iterations', index);
      expect(cells[0]).toContain(iteration.name);
      expect(cells[1]).toBe(iteration.project);
      expect(cells[3]).toBe(number(iteration.workItems));
      expect(shownFigures(cells, 4)).toEqual(figuresOf(iteration));
      expectPace(cells[7], iteration.pace);
      expect(cells[9]).toBe(iteration.movedWorkItems === 0 ? '–' : `${iteration.movedWorkItems}`);
    }
    const total = all.reduce((sum, { trackedLength }) => sum + trackedLength, 0);
    await page.getByText(`Tracked ${length(total)}`).waitFor();
    await keepPicture(page, 'iterations');
  });

  test('of work items are those of the API, moved ones apart', async () => {
    const { path, name } = await busyIteration();
    const { iteration, workItems } = await details(path);
    await page.goto(`${at.url}/iterations?path=${encodeURIComponent(path)}`);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const here = workItems.filter(({ isMoved }) => !isMoved);
    const moved = workItems.filter(({ isMoved }) => isMoved);
    await rows('Work items').first().waitFor();
    for (const [list, found] of [
      ['Work items', here],
      ['Moved', moved],
    ] as const) {
      expect(await rows(list).count()).toBe(found.length);
      for (const [index, item] of found.entries()) {
        const cells = await cellsOf(list, index);
        expect(cells[0]).toContain(`${item.id}`);
        expect(cells[1]).toBe(item.isMoved ? item.iterationPath.replace(/^[^\\]+\\/, '') : item.state);
        expect(shownFigures(cells, 2)).toEqual(figuresOf(item));
        expectPace(cells[5], item.pace);
      }
    }
    const sum = here.reduce((total, { trackedLength }) => total + trackedLength, 0);
    expect(sum).toBe(iteration.trackedLength);
    const fact = page.locator('dl > div').filter({ has: page.getByText('Tracked', { exact: true }) });
    expect(await fact.locator('dd').innerText()).toBe(sum === 0 ? '0:00' : length(sum));
    await keepPicture(page, 'iteration');
  });
});

test('by mouse: a project, other days, sorting, an iteration and back', async () => {
  await openList();
  await page.getByRole('button', { name: 'All projects' }).click();
  await page.getByRole('menuitemradio', { name: 'Borealis' }).click();
  const [first] = await iterations('$project=Borealis');
  await expect.poll(() => rows().first().innerText()).toContain(first?.name ?? '');
  await expect.poll(() => page.getByText('Atlas', { exact: true }).count()).toBe(0);
  const shown = await page.getByRole('group', { name: /–/ }).getAttribute('aria-label');
  await page.getByRole('button', { name: 'Earlier' }).click();
  await expect.poll(() => page.getByRole('group', { name: /–/ }).getAttribute('aria-label')).not.toBe(shown);
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Tracked', exact: true }).click();
  const all = await iterations('$project=Borealis');
  const most = Math.max(...all.map(({ trackedLength }) => trackedLength));
  await expect.poll(async () => (await cellsOf('Iterations', 0))[5]).toBe(length(most));
  expect(
    await page.getByRole('columnheader', { name: 'Tracked', exact: true }).getAttribute('aria-sort'),
  ).toBe('descending');
  const link = rows().first().getByRole('link').first();
  const name = await link.innerText();
  await link.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('link', { name: '← Iterations' }).click();
  await page.getByRole('button', { name: 'Borealis' }).waitFor();
});

test('by keyboard alone: among iterations, into one, to its neighbour, add time to a work item', async () => {
  await page.goto(at.url);
  await page.locator('#content h1').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await rows().first().waitFor();
  const all = await iterations();
  const { path } = await busyIteration();
  const index = all.findIndex((each) => each.path === path);
  for (let step = 0; step <= index; step += 1) await page.keyboard.press(step % 2 === 0 ? 'j' : 'ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(await focused()).toBe(all[index]?.name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: all[index]?.name ?? '' }).waitFor();
  await rows('Work items').first().waitFor();
  const before = all.find(({ project, startDate }) => {
    const of = all[index];
    return project === of?.project && startDate < of.startDate;
  });
  await page.keyboard.press('PageUp');
  await page.getByRole('heading', { level: 1, name: before?.name ?? '' }).waitFor();
  await page.locator('dl').waitFor();
  await page.keyboard.press('PageDown');
  await page.getByRole('heading', { level: 1, name: all[index]?.name ?? '' }).waitFor();
  await rows('Work items').first().waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add time' });
  await dialog.waitFor();
  const item = (await details(path)).workItems[0];
  await dialog.getByText(`${item?.id}`).first().waitFor();
  await page.keyboard.press('Escape');
});

test('time that is added shows at once in the sums', async () => {
  const { path } = await busyIteration();
  const { workItems } = await details(path);
  const item = workItems.find(({ isMoved }) => !isMoved);
  await page.goto(`${at.url}/iterations?path=${encodeURIComponent(path)}`);
  await rows('Work items').first().waitFor();
  await page.getByRole('button', { name: `Start the clock on ${item?.id}` }).click();
  await page.getByRole('button', { name: /^Stop/ }).first().waitFor();
  await askRest(at, 'POST', '/workLogs', {
    workItemId: item?.id,
    length: 3600,
    comment: 'Seen at once',
  });
  await page.getByRole('button', { name: /^Stop/ }).first().click();
  const wanted = length((item?.trackedSummaryLength ?? 0) + 3600);
  await expect.poll(async () => (await cellsOf('Work items', 0))[4]?.slice(0, -2)).toBe(wanted.slice(0, -2));
});

test('what is wrong in the address is as none; a path that there is not says so, and can be left', async () => {
  await openList('?day=never&project=');
  expect(await rows().count()).toBe((await iterations()).length);
  await page.goto(`${at.url}/iterations?path=Nowhere`);
  await page
    .getByRole('alert')
    .getByText(/no iteration Nowhere/)
    .waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: '← Iterations' }).click();
  await rows().first().waitFor();
  await page.goto(`${at.url}/iterations?day=2010-01-01`);
  await page.getByText('No iterations on these days').waitFor();
  await expectAccessible(page);
});

test('the role Team is told of its own time, and of no budgets', async () => {
  const cleo = await openPageAs(browser, at, 'cleo');
  await cleo.goto(`${at.url}/iterations`);
  await cleo.getByText('Lengths are of your own time').waitFor();
  await cleo.getByRole('table').waitFor();
  expect(await cleo.getByRole('columnheader', { name: 'Budget' }).count()).toBe(0);
  await cleo.context().close();
});

test('axe finds nothing wrong', async () => {
  await openList();
  await expectAccessible(page);
  const { path } = await busyIteration();
  await page.goto(`${at.url}/iterations?path=${encodeURIComponent(path)}`);
  await rows('Moved').first().waitFor();
  await expectAccessible(page, 'iteration');
});
