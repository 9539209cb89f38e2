import { asAdministrator, TIMES_AS_LONG } from '../data/large.ts';
import { onReportingStage, type ReportingStage } from '../data/reporting-stage.ts';
import { atLeast, type Figure, milliseconds } from '../report/line.ts';
import { compare } from '../report/rounds.ts';
import { type Asked, timeBoth, timerOf, type Times } from '../reporting/against.ts';
import { streamed } from '../reporting/memory.ts';
import { planningTime } from '../reporting/planning.ts';
import { graphByUser, graphPage, rowsOfGraphPage, sumsOfGraph } from '../reporting/graphql.ts';
import {
  BY_USER,
  byUserOfMonth,
  lastMonth,
  MEDIUM,
  type Month,
  PAGE,
  type Question,
  questions,
} from '../reporting/questions.ts';
import { answerTo, checkSameRows, type Row } from '../reporting/rows.ts';

const WORKLOGS = Number(process.env['STINT_BENCH_WORKLOGS'] ?? 1_000_000);
/** A tenth of them still reaches back beyond the last month. */
const ENOUGH_FOR_A_MONTH = 500_000;
const ROUNDS = 7;
const MOST_MICROSECONDS = 50;
const MOST_SLOWER = 1.3;
/** What memory may grow by from the first half of a long answer to the second: garbage comes and goes. */
const MOST_GROWTH = 1.1;

/**
 * Reports of a large organization against hand-written SQL and PostGraphile; what both sides answer is compared before it is timed.
 * `STINT_BENCH_WORKLOGS` makes the organization smaller.
 */
export function reporting(): AsyncIterable<Figure> {
  return onReportingStage(WORKLOGS, measure);
}

async function* measure(stage: ReportingStage): AsyncGenerator<Figure> {
  const month = lastMonth(new Date());
  for (const question of questions(month)) yield await againstSql(stage, question, month);
  yield await againstGraph(stage, 'page of 1000 worklogs', PAGE, {
    request: graphPage(stage.organizationId),
    rowsOf: rowsOfGraphPage,
    least: 3,
  });
  yield await againstGraph(stage, 'by user', BY_USER, {
    request: graphByUser(stage.organizationId),
    rowsOf: sumsOfGraph,
    least: null,
  });
  if (WORKLOGS >= ENOUGH_FOR_A_MONTH) yield await longerHistory(stage, month);
  yield planning();
  yield await streaming(stage);
}

async function againstSql(stage: ReportingStage, question: Question, month: Month): Promise<Figure> {
  const { name, least } = question;
  const ours = own(stage, question.ours);
  const values = encodeURIComponent(JSON.stringify([stage.organizationId, month.from, month.to]));
  const rows = await rowsOf(ours);
  const measured: Times[] = [];
  for (const anchor of question.anchors) {
    const request = { method: 'GET', path: `/${anchor}?values=${values}`, headers: {} } as const;
    const asked = { address: stage.sql, request };
    checkSameRows(`${name}, ${anchor}`, rows, (await answerTo(asked)) as Row[]);
    measured.push(await timeBoth(stage.load, ours, asked));
  }
  // The hand-written statement that is the hardest to beat.
  return figureOf(name, 'SQL', measured.toSorted((one, other) => one.ratio - other.ratio)[0], least);
}

interface Graph {
  request: Asked['request'];
  rowsOf: (answer: unknown) => readonly Row[];
  least: number | null;
}

async function againstGraph(
  stage: ReportingStage,
  name: string,
  path: string,
  { request, rowsOf: read, least }: Graph,
): Promise<Figure> {
  const ours = own(stage, path);
  const asked = { address: stage.graph, request };
  checkSameRows(`${name}, PostGraphile`, await rowsOf(ours), read(await answerTo(asked)));
  return figureOf(name, 'PostGraphile', await timeBoth(stage.load, ours, asked), least);
}

async function longerHistory({ ours, load }: ReportingStage, month: Month): Promise<Figure> {
  const [long, short] = ['large', 'short'].map((slug) => ownOf(ours.address, slug, byUserOfMonth(month)));
  if (!long || !short) throw new Error('There are two organizations.');
  checkSameRows('the same month', await rowsOf(long), await rowsOf(short));
  const times = await compare(ROUNDS, await timerOf(load, long), await timerOf(load, short));
  const { ours: time, anchor: anchorTime, ratio } = times;
  return {
    name: `reporting: a month, ${TIMES_AS_LONG} × the history`,
    ours: milliseconds(time),
    anchor: milliseconds(anchorTime),
    ratio: 1 / ratio,
    target: { text: `≤ ${MOST_SLOWER} × the time`, isMet: ratio <= MOST_SLOWER },
  };
}

function planning(): Figure {
  const time = planningTime(MEDIUM);
  return {
    name: 'reporting: parse, bind and plan a URL',
    ours: `${time.toFixed(1)} µs`,
    anchor: '–',
    ratio: null,
    target: { text: `≤ ${MOST_MICROSECONDS} µs`, isMet: time <= MOST_MICROSECONDS },
  };
}

async function streaming({ ours }: ReportingStage): Promise<Figure> {
  const { request } = ownOf(ours.address, 'large', `${PAGE}&$format=csv`);
  const answer = await streamed(`${ours.address}${request.path}`, request.headers, ours.processId);
  const { lines, firstHalf, secondHalf } = answer;
  if (lines < WORKLOGS) throw new Error(`The CSV has ${lines} lines.`);
  return {
    name: `reporting: memory, ${lines - 1} rows as CSV`,
    ours: `${megabytes(secondHalf)}, then ${milliseconds(answer.milliseconds)}`,
    anchor: `${megabytes(firstHalf)} in the first half`,
    ratio: firstHalf / secondHalf,
    target: { text: `≤ ${MOST_GROWTH} × in the second half`, isMet: secondHalf <= MOST_GROWTH * firstHalf },
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}

function figureOf(name: string, against: string, times: Times | undefined, least: number | null): Figure {
  if (!times) throw new Error('Nothing was measured.');
  return {
    name: `reporting: ${name}`,
    ours: milliseconds(times.ours),
    anchor: `${milliseconds(times.anchor)} (${against})`,
    ratio: times.ratio,
    ...(least !== null && { target: atLeast(times.ratio, least) }),
  };
}

function own({ ours }: ReportingStage, path: string): Asked {
  return ownOf(ours.address, 'large', path);
}

function ownOf(address: string, slug: string, path: string): Asked {
  const url = `/api/${slug}/odata/v3.2/${path}`;
  return { address, request: { method: 'GET', path: url, headers: asAdministrator } };
}

async function rowsOf(asked: Asked): Promise<readonly Row[]> {
  return ((await answerTo(asked)) as { value: Row[] }).value;
}
