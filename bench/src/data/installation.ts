import { rmSync } from 'node:fs';
import { type ConnectionConfig, connectionToUrl, startEmbeddedPostgres } from '@stint/postgres';
import { Client } from 'pg';
import type { Program } from '../processes/program.ts';
import { newFolder } from '../processes/root.ts';
import { startStint } from '../processes/stint.ts';

/** Stint in a process of its own on a PostgreSQL server with its production settings. */
export interface Installation {
  ours: Program;
  connection: ConnectionConfig;
  /** Address of the database. */
  url: string;
  /** Works on the database as its owner, who sees every organization. */
  database: Client;
}

/** What takes down what was started, in the order of starting. */
export type Closing = (() => Promise<void>)[];

/** Prepares a fresh installation without demo data; what it starts is noted in `closing` at once. */
export async function startInstallation(closing: Closing): Promise<Installation> {
  const dataDirectory = newFolder();
  closing.push(async () => rmSync(dataDirectory, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDirectory });
  closing.push(() => postgres.stop());
  const { connection } = postgres;
  const url = connectionToUrl(connection);
  const ours = await startStint({ DATABASE_URL: url, STINT_DATA: dataDirectory, STINT_DEMO: '0' });
  closing.push(() => ours.stop());
  const { host, port, user, database: name } = connection;
  const database = new Client({ host, port, user, database: name, password: '' });
  await database.connect();
  closing.push(() => database.end());
  return { ours, connection, url, database };
}
