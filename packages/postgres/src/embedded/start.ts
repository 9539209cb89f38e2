import type { ConnectionConfig } from '../connection.ts';
import { type Log, silentLog } from '../log.ts';
import { layoutOf, removeSocketDirectory } from './layout.ts';
import { readable } from './errors.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import { stopPostmaster } from './postmaster.ts';
import { ensureServer, makeDataDirectory } from './server.ts';
import { serverSettings } from './settings.ts';
import { supervise } from './supervisor.ts';

/** A PostgreSQL server of our own on a data directory. */
export interface EmbeddedPostgres {
  /** Connects as the owner role; stays valid when the server is started again. */
  readonly connection: ConnectionConfig;
  /** True when a server left running by a process that died was taken over. */
  readonly adopted: boolean;
  /** Stops the server cleanly and lets the data directory go. */
  stop(): Promise<void>;
}

/** Options of {@link startEmbeddedPostgres}. */
export interface EmbeddedPostgresOptions {
  readonly dataDirectory: string;
  readonly log?: Log;
  /** Run-time parameters of the server that differ from the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
}

function takeDirectory(dataDirectory: string): DirectoryLock {
  try {
    return lockDirectory(dataDirectory);
  } catch (error) {
    throw readable(error, dataDirectory);
  }
}

/**
 * Starts PostgreSQL on a data directory (made on the first start) or takes over the one that still runs there, and
 * keeps it running until `stop`. It listens on a Unix socket in a private directory only.
 * @throws DataDirectoryInUseError when another process uses the directory.
 * @throws EmbeddedPostgresError for every other reason, in one line.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const layout = layoutOf(options.dataDirectory);
  const log = options.log ?? silentLog;
  const serverOptions = { layout, log, settings: { ...serverSettings, ...options.settings } };
  makeDataDirectory(layout.dataDirectory);
  const lock = takeDirectory(layout.dataDirectory);
  try {
    const server = await ensureServer(serverOptions);
    const supervisor = supervise(server, serverOptions);
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      const { postmaster } = await supervisor.stop();
      await stopPostmaster(postmaster);
      removeSocketDirectory(layout);
      lock.release();
    };
    return {
      connection: server.connection,
      adopted: server.adopted,
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    lock.release();
    throw readable(error, layout.dataDirectory);
  }
}
