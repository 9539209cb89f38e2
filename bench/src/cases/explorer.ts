import type { Client } from 'pg';
import { scroll, shareInTime } from '../pages/frames.ts';
import { mainThreadTime } from '../pages/main-thread.ts';
import { onPages, type PageStage } from '../pages/stage.ts';
import { type Figure, milliseconds } from '../report/line.ts';
import { percentile } from '../report/statistics.ts';

const ROWS = 100_000;
const LEAST_SHARE = 0.95;
const GRID = '[role="grid"]';
const ALL_TIME = { columns: [], sort: [], groupBy: [], filters: { timeframe: { filterType: 'All' } } };

/** Scrolling through the 100,000 worklogs of Times Explorer: as a wheel does, as a fast wheel does, and dragged from end to end. */
export function explorer(): AsyncIterable<Figure> {
  return onPages(measure);
}

async function* measure({ url, database, browser }: PageStage): AsyncGenerator<Figure> {
  await fillUp(database, ROWS);
  const page = await browser.newPage();
  await page.goto(`${url}/explorer?view=${encodeURIComponent(JSON.stringify(ALL_TIME))}`);
  await page.getByText('100,000 worklogs').waitFor();
  await page.locator('#line-0').waitFor();
  const timeTaken = await mainThreadTime(page);
  for (const [name, pixels, frames] of [
    ['a wheel, 2 lines a frame', 72, 600],
    ['a fast wheel, 8 lines a frame', 288, 600],
    ['dragged through all, 100 lines a frame', 3_600, 1_000],
  ] as const) {
    await timeTaken();
    const { frames: times, unfilled } = await scroll(page, GRID, { pixels, frames });
    const taken = (await timeTaken()) / times.length;
    const share = shareInTime(times);
    yield {
      name: `explorer: ${name}`,
      ours: `${(share * 100).toFixed(1)} % in time, p95 ${milliseconds(percentile(times, 0.95))}, main thread ${milliseconds(taken)} a frame, ${unfilled} of ${times.length} with empty lines`,
      anchor: '60 frames a second',
      ratio: share,
      target: { text: `≥ ${LEAST_SHARE * 100} % of 60 frames a second`, isMet: share >= LEAST_SHARE },
    };
  }
}

/** Repeats the demo’s worklogs, each time a year earlier, until there are so many. */
async function fillUp(database: Client, most: number): Promise<void> {
  const { rows } = await database.query<{ count: number }>('select count(*)::integer as count from work_log');
  const there = rows[0]?.count ?? 0;
  await database.query(
    `insert into work_log (organization_id, id, person_id, work_item_id, activity_type_id, comment, seconds, billable_seconds,
       is_billable, is_tracked, started_at, local_started_at, added_by, edited_by, created_at, local_created_at, edited_at,
       local_edited_at)
     select organization_id, gen_random_uuid(), person_id, work_item_id, activity_type_id, comment, seconds, billable_seconds,
       is_billable, is_tracked, started_at - n * interval '364 days', local_started_at - n * interval '364 days', added_by,
       edited_by, created_at, local_created_at, edited_at, local_edited_at
     from generate_series(1, $1::integer) n, work_log limit $2`,
    [Math.ceil(most / there), most - there],
  );
  await database.query('vacuum analyze work_log');
}
