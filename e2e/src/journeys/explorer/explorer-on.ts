import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Installation } from '../../installation.ts';

interface Sums {
  readonly Seconds: number | null;
  readonly Billable: number | null;
  readonly Count: number;
}

/** The condition of the days of the month before this one, by the clock of the browser. */
export function lastMonth(): string {
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Berlin' });
  const [year = 0, month = 0] = today.split('-').map(Number);
  const first = (months: number) =>
    new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return `Timestamp ge ${first(-1)}T00:00:00Z and Timestamp lt ${first(0)}T00:00:00Z`;
}

/** Seconds as the minutes that are shown. */
export const minutes = (seconds: number | null) => Math.ceil((seconds ?? 0) / 60);
/** Reads a shown length as minutes. */
export const read = (text: string) => {
  const [hours = '0', rest = '0'] = text.trim().split(':');
  return Number(hours) * 60 + Number(rest);
};

/** The address of a view with these filters. */
export const view = (filters: object, more: object = {}) =>
  `/explorer?view=${encodeURIComponent(
    JSON.stringify({
      columns: [
        'Timestamp',
        'User/Name',
        'WorkItem/System_Title',
        'ActivityType/Name',
        'Comment',
        'PeriodLength',
      ].map((field) => ({ field, width: 120 })),
      sort: [{ field: 'Timestamp', isDescending: true }],
      groupBy: [],
      filters,
      ...more,
    }),
  )}`;
export const LAST_MONTH = { timeframe: { filterType: 'LastMonth' } };

export type Explorer = ReturnType<typeof explorerOn>;

/** Times Explorer on a page, and what the reporting service says to the first administrator. */
export function explorerOn(at: Installation, page: Page) {
  /** Asks the reporting service as the first administrator. */
  async function rowsOf<Row>(query: string): Promise<Row[]> {
    const answer = await fetch(`${at.url}/api/odata/v3.2/${query}`, {
      headers: { authorization: `Bearer ${at.token}`, prefer: 'odata.maxpagesize=10000' },
    });
    return ((await answer.json()) as { value: Row[] }).value;
  }

  async function sumsOf(condition: string): Promise<Sums> {
    const sums =
      'aggregate(PeriodLength with sum as Seconds,BillablePeriodLength with sum as Billable,$count as Count)';
    const [found] = await rowsOf<Sums>(
      `workLogsWorkItems?$apply=filter(${encodeURIComponent(condition)})/${sums}`,
    );
    if (!found) throw new Error('the reporting service gave no sums');
    return found;
  }

  const grid = () => page.getByRole('grid').or(page.getByRole('treegrid'));
  const line = (index: number) => page.locator(`#line-${index}`);
  const selection = () => page.getByRole('toolbar', { name: 'What is selected' });
  const sums = () => page.getByRole('group', { name: 'Sums' });

  async function open(path = view(LAST_MONTH)) {
    await page.goto(`${at.url}${path}`);
    await line(0).waitFor();
    await page.locator('[aria-busy]').first().waitFor({ state: 'detached' });
  }

  /** What the sums above the grid say: how many worklogs, and minutes. */
  async function shownSums(): Promise<readonly [count: number, total: number, billable: number]> {
    const count = Number.parseInt((await sums().innerText()).replace(/[^\d].*$/s, ''), 10);
    const of = async (name: string) => read(await sums().locator(`[data-sum="${name}"]`).innerText());
    return [count, await of('seconds'), await of('billable')];
  }

  const expectSums = async (condition: string) => {
    const { Count, Seconds, Billable } = await sumsOf(condition);
    await expect
      .poll(async () => (await sums().innerText()).replace(/[,  ]/g, ''))
      .toContain(`${Count}worklog`);
    const [, total, billable] = await shownSums();
    expect([total, billable]).toEqual([minutes(Seconds), minutes(Billable)]);
  };

  async function choose(button: string | RegExp, item: string) {
    await page.getByRole('button', { name: button }).first().click();
    const menu = page.getByRole('menu');
    await menu.getByText(item, { exact: true }).click();
    if (await menu.isVisible()) await page.keyboard.press('Escape');
  }

  async function undo() {
    await page.getByRole('button', { name: 'Undo' }).last().click();
  }

  async function download(name: 'CSV file' | 'Excel file'): Promise<Buffer> {
    await page.getByRole('button', { name: 'Export' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name }).click(),
    ]);
    return readFile(await file.path());
  }

  return { rowsOf, sumsOf, grid, line, selection, sums, open, expectSums, choose, undo, download };
}
