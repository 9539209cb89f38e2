import { mkdirSync } from 'node:fs';
import type { ConnectionConfig } from '../connection.ts';
import type { Log } from '../log.ts';
import { serverAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type ClusterTools, prepareCluster } from './cluster.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { type Layout, prepareSocketDirectory } from './layout.ts';
import { clearLeftovers } from './leftovers.ts';
import { findPostmaster, type Postmaster, spawnPostmaster } from './postmaster.ts';
import { waitUntilReady } from './readiness.ts';
import { isAlive } from './process-identity.ts';
import { runAs } from './run-as.ts';

/** A server that answers. */
export interface RunningServer {
  readonly postmaster: Postmaster;
  readonly connection: ConnectionConfig;
  /** True when it ran already, left by a process that ended without stopping it. */
  readonly adopted: boolean;
}

/** What {@link ensureServer} needs to know. */
export interface ServerOptions {
  readonly layout: Layout;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** Makes the data directory: others may pass through it (the server's account must), not list it. */
export function makeDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o711 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError(`The data directory ${directory} cannot be made: ${reason}`);
  }
}

async function adopt({ layout, log }: ServerOptions): Promise<RunningServer | undefined> {
  const postmaster = findPostmaster(layout);
  if (!postmaster) return undefined;
  try {
    const connection = await waitUntilReady(postmaster, () => 'it was stopping');
    log.info(
      `Took over the PostgreSQL that still ran on ${layout.cluster} (process ${postmaster.process.pid}).`,
    );
    return { postmaster, connection, adopted: true };
  } catch (error) {
    // It was on its way down; a new one is started in its place.
    if (isAlive(postmaster.process)) throw error;
    return undefined;
  }
}

async function start({ layout, settings }: ServerOptions): Promise<RunningServer> {
  const account = serverAccount(layout.cluster);
  const binaries = findBinaries();
  const tools: ClusterTools = {
    binaries,
    account,
    durable: settings['fsync'] !== 'off',
    runAs: runAs(account, [binaries.root, layout.dataDirectory]),
  };
  await prepareCluster(tools, layout);
  const socketDirectory = prepareSocketDirectory(layout, account);
  await clearLeftovers(layout, socketDirectory);
  const { postmaster, failure } = spawnPostmaster(tools, layout, socketDirectory, settings);
  return { postmaster, connection: await waitUntilReady(postmaster, failure), adopted: false };
}

/**
 * Takes over the server that runs on a data directory or starts one. The caller holds the directory's lock.
 * @throws EmbeddedPostgresError with the reason in one line.
 */
export async function ensureServer(options: ServerOptions): Promise<RunningServer> {
  return (await adopt(options)) ?? (await start(options));
}
