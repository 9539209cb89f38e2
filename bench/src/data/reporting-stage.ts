import { type Load, startLoad } from '../load/load.ts';
import { startAnchor } from '../processes/anchor.ts';
import type { Program } from '../processes/program.ts';
import { fillLarge } from './large.ts';
import { type Closing, startInstallation } from './installation.ts';

/** Stint, hand-written SQL and PostGraphile, each in a process of its own, on the same large organization. */
export interface ReportingStage {
  ours: Program;
  /** Address of hand-written SQL. */
  sql: string;
  /** Address of PostGraphile. */
  graph: string;
  load: Load;
  /** Id of the organization `large`. */
  organizationId: string;
}

/** Prepares a fresh installation with as many worklogs, runs `work` on it and takes everything down again. */
export async function* onReportingStage<Result>(
  worklogs: number,
  work: (stage: ReportingStage) => AsyncIterable<Result>,
): AsyncGenerator<Result> {
  const closing: Closing = [];
  try {
    const { ours, connection, url, database } = await startInstallation(closing);
    const organizationId = await fillLarge(connection, database, worklogs);
    await database.query('vacuum analyze');
    const sql = await startAnchor(new URL('../anchor/reports/main.ts', import.meta.url), url);
    closing.push(() => sql.stop());
    const graph = await startAnchor(new URL('../anchor/graphql.ts', import.meta.url), url);
    closing.push(() => graph.stop());
    const load = startLoad();
    closing.push(() => load.close());
    yield* work({ ours, sql: sql.address, graph: graph.address, load, organizationId });
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}
