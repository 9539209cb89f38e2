import type { WallDate } from '@stint/domain';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { booking, openGround, type Ground, type Run, STRETCHES } from './ground.ts';
import * as pages from './pages.ts';
import * as stored from './stored.ts';

vi.setConfig({ testTimeout: 120_000 });

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

/** Everything that is compared, by page: what the page shows against what the database holds. */
async function compared(run: Run): Promise<Record<string, readonly [shown: unknown, stored: unknown]>> {
  const { days, first, last } = run;
  const byDay = await stored.byDayItReachesInto(ground, run);
  const byStart = await stored.byDayItBegins(ground, run);
  const within = (totals: ReadonlyMap<WallDate, number>) => days.map((day) => totals.get(day) ?? 0);
  const sum = (totals: ReadonlyMap<WallDate, number>) => within(totals).reduce((all, each) => all + each, 0);
  const sheet = await pages.timesheet(run);
  const explorer = await pages.explorer(run);
  const budget = await pages.budget(run);
  const iteration = await pages.iteration(run);
  const approvals = await pages.approvals(run);
  const all = await stored.everything(ground, run);
  return {
    day: [within(await pages.day(run)), within(byDay)],
    month: [await pages.monthWeek(run), sum(byDay)],
    week: [within(await pages.week(run)), within(byDay)],
    timesheetDays: [within(sheet.days), within(byStart)],
    timesheetRows: [
      [sheet.rows, sheet.api],
      [sum(byStart), sum(byStart)],
    ],
    explorer: [
      [explorer.total, explorer.groups, within(explorer.days)],
      [all, all, within(byStart)],
    ],
    iteration: [
      [iteration.api, iteration.items],
      [iteration.api, await stored.ofItems(ground, run, first, run.friday)],
    ],
    approvals: [
      [approvals.api, approvals.days, approvals.listed],
      [sum(byStart), sum(byStart), await stored.ofEveryone(ground, first, last)],
    ],
    budget: [
      [budget.api, budget.left, budget.leftByWeek],
      [...(await stored.ofBudget(ground, run, budget.planned))],
    ],
    reports: [await pages.reportByWeek(run), await stored.byWeek(ground, run)],
  };
}

test('the totals of every page are those of the API and of the database, over changes of clocks', async () => {
  const wish = fc.record({
    stretch: fc.constantFrom(...STRETCHES),
    bookings: fc.array(booking, { minLength: 1, maxLength: 14 }),
  });
  await fc.assert(
    fc.asyncProperty(wish, async ({ stretch, bookings }) => {
      const found = await compared(await ground.run(stretch, bookings));
      for (const [page, [shown, held]] of Object.entries(found)) expect([page, shown]).toEqual([page, held]);
    }),
    { numRuns: 12, seed: 20_261_129 },
  );
});
