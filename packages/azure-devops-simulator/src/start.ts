import type { AddressInfo } from 'node:net';
import { demoPeople } from './world/people.ts';
import { collection as demoCollection, makeWorld } from './world/make-world.ts';
import type { World } from './world/world.ts';
import type { Deployment } from './api/context.ts';
import { buildServer } from './server.ts';

const now = (): Date => new Date();

export type SimulatorOptions = {
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  /** How many work items, at least 4. */
  readonly workItems?: number;
  readonly seed?: number;
  /** The personal access token that callers must send. */
  readonly pat?: string;
  /** The UTC day on which the demo year ends, `YYYY-MM-DD`; today unless given. */
  readonly today?: string;
  /** Azure DevOps Services, unless given; Server tells groups in another way. */
  readonly deployment?: Deployment;
  /** The name of the collection; `demo` unless given. */
  readonly collection?: string;
  /** Where the time tracking extension of the collection says its server is; not installed unless given. */
  readonly timetracker?: string;
  /** Receives one line when the simulator listens. */
  readonly log?: (line: string) => void;
};

export type Simulator = {
  /** Address of the collection, such as `http://127.0.0.1:7071/demo`. */
  readonly url: string;
  readonly world: World;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a small Azure DevOps that keeps everything in memory.
 * @throws Error with `code: 'EADDRINUSE'` when the port is taken
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port, host = '127.0.0.1', workItems = 400, seed = 1, pat = 'simulator' } = options;
  const { deployment = 'services', collection = demoCollection, timetracker = null } = options;
  const world = makeWorld({ seed, workItems, today: options.today ?? now().toISOString().slice(0, 10) });
  let url = '';
  const me = demoPeople[0];
  const context = { world, deployment, collection, timetracker, me, collectionUrl: () => url, now };
  const app = buildServer(context, pat);
  await app.listen({ port, host });
  const address = app.server.address() as AddressInfo;
  url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/${collection}`;
  options.log?.(
    `Azure DevOps simulator at ${url} with ${workItems} work items; edit them at ${new URL('/_simulator/', url).href}`,
  );
  return { url, world, stop: () => app.close() };
}
