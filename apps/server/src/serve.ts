import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ConnectionConfig,
  connectionFromUrl,
  isUnavailable,
  migrate,
  startEmbeddedPostgres,
} from '@stint/postgres';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createServer } from './composition.ts';
import { ConfigurationError, type Environment } from './environment.ts';
import { embeddedDirectory, migrationsFolder } from './location.ts';
import { createLog } from './log.ts';
import { prepare } from './prepare.ts';
import { readSecretKey } from './vault/secret-key.ts';

/** A server that answers requests. */
export interface Serving {
  /** Where it listens, for example `http://localhost:7070`. */
  address: string;
  /** The link with which the first administrator signs in; null when there is a password already. */
  signInLink: string | null;
  /** Ends requests, jobs and the embedded database, in this order. */
  close(): Promise<void>;
}

/** An installation with a data folder has its key there; others may do without. */
function withKey(environment: Environment): Environment {
  if (environment.secretKey !== null || environment.databaseUrl !== null) return environment;
  return { ...environment, secretKey: readSecretKey(environment).toString('hex') };
}

interface DatabaseServer {
  config: ConnectionConfig;
  stop(): Promise<void>;
}

/**
 * Starts everything an installation needs: database, migrations, first organization, HTTP, jobs.
 * Throws ConfigurationError and the errors of `@stint/postgres`, each one readable line.
 */
export async function serve(environment: Environment): Promise<Serving> {
  const log = createLog(environment.logLevel);
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).toReversed()) await end();
  };
  try {
    const database = await openDatabaseServer(environment, log);
    closing.push(() => database.stop());
    await migrateWhenReachable(database.config, log);
    const server = await createServer({ config: database.config, environment: withKey(environment), log });
    closing.push(() => server.close());
    const prepared = await prepare(server.dependencies);
    closing.push(() => prepared.close());
    server.startJobs();
    const port = await listen(server.app, environment);
    const address = environment.publicUrl ?? `http://localhost:${port}`;
    log.info({ address }, 'serving');
    return { address, signInLink: await prepared.signInLink(address), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openDatabaseServer(environment: Environment, log: Logger): Promise<DatabaseServer> {
  if (environment.databaseUrl !== null) {
    return { config: connectionFromUrl(environment.databaseUrl), stop: async () => undefined };
  }
  const dataDirectory = embeddedDirectory(environment);
  const embedded = await startEmbeddedPostgres({ dataDirectory, log });
  return { config: embedded.connection, stop: () => embedded.stop() };
}

const PAUSE_MILLISECONDS = 1_000;

/** Migrates; while the database can't be reached it says so once and waits. */
async function migrateWhenReachable(config: ConnectionConfig, log: Logger): Promise<void> {
  for (let told = false; ; told = true) {
    try {
      await migrate(config, migrationsFolder);
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      if (!told) log.warn(`Waiting for the database at ${config.host}: ${(error as Error).message}`);
      await sleep(PAUSE_MILLISECONDS);
    }
  }
}

async function listen(app: FastifyInstance, { port, host }: Environment): Promise<number> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw listenError(error as NodeJS.ErrnoException, host, port);
  }
  const [address] = app.addresses();
  return typeof address === 'object' ? address.port : port;
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const messages: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use by another program: choose one with STINT_PORT or --port.`,
    EACCES: `Port ${port} needs more rights than this user has: choose one above 1023 with STINT_PORT or --port.`,
    EADDRNOTAVAIL: `STINT_HOST is "${host}", which is no address of this machine.`,
    ENOTFOUND: `STINT_HOST is "${host}", which is no known name.`,
  };
  const message = messages[error.code ?? ''];
  return message === undefined ? error : new ConfigurationError(message);
}
