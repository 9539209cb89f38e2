import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionConfig } from '../connection.ts';
import { DataDirectoryInUseError } from '../embedded/errors.ts';
import { type Layout, layoutOf, removeSocketDirectory } from '../embedded/layout.ts';
import { lockDirectory } from '../embedded/lock.ts';
import { findPostmaster, stopPostmaster } from '../embedded/postmaster.ts';
import { ensureServer, makeDataDirectory } from '../embedded/server.ts';
import { serverSettings, volatileSettings } from '../embedded/settings.ts';
import { embeddedConnection } from '../embedded/readiness.ts';
import { silentLog } from '../log.ts';
import { asAdministrator } from './administrator.ts';
import { testServerDirectory } from './checkout.ts';

/** Test processes wait for each other this long, in milliseconds, before one gives up. */
const patience = 60_000;

async function whileLocked<Result>(layout: Layout, work: () => Promise<Result>): Promise<Result> {
  makeDataDirectory(layout.dataDirectory);
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      const lock = lockDirectory(layout.dataDirectory);
      try {
        return await work();
      } finally {
        lock.release();
      }
    } catch (error) {
      if (!(error instanceof DataDirectoryInUseError) || Date.now() > deadline) throw error;
      await sleep(10 + Math.random() * 20);
    }
  }
}

async function ensure(layout: Layout): Promise<ConnectionConfig> {
  const settings = { ...serverSettings, ...volatileSettings };
  const options = { layout, log: silentLog, settings };
  const start = async () => (await ensureServer(options)).connection;
  return start().catch(async () => {
    // What it holds was never written safely; after a crash of the machine it starts anew.
    rmSync(layout.cluster, { recursive: true, force: true });
    return start();
  });
}

/** The server all tests of this checkout share: started by whoever comes first, left running for the next. */
export function sharedTestServer(): Promise<ConnectionConfig> {
  const layout = layoutOf(testServerDirectory());
  return whileLocked(layout, () => ensure(layout));
}

/** Tells whether nobody is connected to the shared test server; a server that does not run is idle. */
export async function isTestServerIdle(): Promise<boolean> {
  const postmaster = findPostmaster(layoutOf(testServerDirectory()));
  if (!postmaster) return true;
  return asAdministrator(embeddedConnection(postmaster.socketDirectory), async (client) => {
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rowCount === 0;
  });
}

/** Stops the shared test server, if it runs. */
export function stopTestServer(): Promise<void> {
  const layout = layoutOf(testServerDirectory());
  return whileLocked(layout, async () => {
    const postmaster = findPostmaster(layout);
    if (!postmaster) return;
    await stopPostmaster(postmaster);
    removeSocketDirectory(layout);
  });
}
