import type { Client } from 'pg';
import { type Load, startLoad } from '../load/load.ts';
import { startAnchor } from '../processes/anchor.ts';
import { type Closing, startInstallation } from './installation.ts';

/** Stint and the anchor, each in a process of its own, on the same PostgreSQL server with its production settings. */
export interface Stage {
  /** Address of Stint. */
  ours: string;
  /** Address of the anchor. */
  anchor: string;
  load: Load;
  /** Works on the database as its owner, who sees every organization. */
  database: Client;
}

/**
 * Prepares a fresh installation without demo data, runs `work` on it and takes everything down again. `fill` writes
 * the case's data before the anchor starts.
 */
export async function* onStage<Result>(
  fill: (database: Client) => Promise<void>,
  work: (stage: Stage) => AsyncIterable<Result>,
): AsyncGenerator<Result> {
  const closing: Closing = [];
  try {
    const { ours, url, database } = await startInstallation(closing);
    await database.query('create schema anchor');
    await database.query('create table anchor.work_log (like public.work_log including all)');
    await fill(database);
    await database.query('vacuum analyze');
    const anchor = await startAnchor(new URL('../anchor/main.ts', import.meta.url), url);
    closing.push(() => anchor.stop());
    const load = startLoad();
    closing.push(() => load.close());
    yield* work({ ours: ours.address, anchor: anchor.address, load, database });
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}
