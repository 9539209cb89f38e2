import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionConfig } from '../connection.ts';
import { layoutOf } from './layout.ts';
import { directoryHolder } from './lock.ts';
import { findPostmaster } from './postmaster.ts';
import { waitUntilReady } from './readiness.ts';

/**
 * Finds the server that another living process runs on a data directory, to work beside it. While that process is
 * starting its server, this waits; undefined when no process holds the directory, so that one may start a server.
 * @throws EmbeddedPostgresError when the server ends instead of answering.
 */
export async function connectToRunning(dataDirectory: string): Promise<ConnectionConfig | undefined> {
  const layout = layoutOf(dataDirectory);
  while (directoryHolder(layout.dataDirectory) !== undefined) {
    const postmaster = findPostmaster(layout);
    if (postmaster) return waitUntilReady(postmaster, () => 'it was stopping');
    await sleep(50);
  }
  return undefined;
}
