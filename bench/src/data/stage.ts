import { rmSync } from 'node:fs';
import { connectionToUrl, startEmbeddedPostgres } from '@stint/postgres';
import { Client } from 'pg';
import { type Load, startLoad } from '../load/load.ts';
import { startAnchor } from '../processes/anchor.ts';
import { newFolder } from '../processes/root.ts';
import { startStint } from '../processes/stint.ts';

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
  const closing: (() => Promise<void>)[] = [];
  try {
    const dataDirectory = newFolder();
    closing.push(async () => rmSync(dataDirectory, { recursive: true, force: true }));
    const postgres = await startEmbeddedPostgres({ dataDirectory });
    closing.push(() => postgres.stop());
    const url = connectionToUrl(postgres.connection);
    const ours = await startStint({ DATABASE_URL: url, STINT_DATA: dataDirectory, STINT_DEMO: '0' });
    closing.push(() => ours.stop());
    const database = await openAsOwner(postgres.connection);
    closing.push(() => database.end());
    await database.query('create schema anchor');
    await database.query('create table anchor.work_log (like public.work_log including all)');
    await fill(database);
    await database.query('vacuum analyze');
    const anchor = await startAnchor(url);
    closing.push(() => anchor.stop());
    const load = startLoad();
    closing.push(() => load.close());
    yield* work({ ours: ours.address, anchor: anchor.address, load, database });
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

async function openAsOwner({ host, port, user, database }: Connection): Promise<Client> {
  const client = new Client({ host, port, user, database, password: '' });
  await client.connect();
  return client;
}

type Connection = Awaited<ReturnType<typeof startEmbeddedPostgres>>['connection'];
