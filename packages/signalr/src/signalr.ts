import { createClassicAdapter } from './classic/adapter.ts';
import { createHubApplication } from './classic/hubs/application.ts';
import type { ClassicOptions } from './classic/options.ts';
import { createCoreAdapter } from './core/adapter.ts';
import type { Backplane } from './hub/backplane.ts';
import { census, type ConnectionCount } from './hub/census.ts';
import type { Clients } from './hub/clients.ts';
import type { HubDefinition } from './hub/definition.ts';
import type { Groups, Hub } from './hub/hub.ts';
import { createHubLayer } from './hub/layer.ts';
import { defaultLimits, type Limits } from './hub/limits.ts';
import type { Log } from './hub/log.ts';
import type { Adapter } from './http/adapter.ts';
import { type Authorize, createAdmit } from './http/admission.ts';
import type { Origins } from './http/origin.ts';
import { createRouter, type Router } from './http/router.ts';

export interface SignalROptions<User> {
  /** Base path; a hub of the Core protocol lies at its name below it. `/signalr` unless told. */
  readonly path?: string;
  readonly hubs: readonly HubDefinition<User>[];
  /** Who somebody is, or a refusal; asked when a connection is opened, not later. */
  readonly authorize: Authorize<User>;
  /** Which pages of other hosts may connect, with the person's cookies; none unless told. */
  readonly origins?: Origins;
  /** The way to other processes that serve the same hubs; none unless told. */
  readonly backplane?: Backplane;
  readonly limits?: Partial<Limits>;
  /** Tells clients the text of every failure, not of HubErrors alone. For development. */
  readonly detailedErrors?: boolean;
  /** Times and secret of the classic protocol. */
  readonly classic?: ClassicOptions;
  readonly log?: Log;
}

/** A SignalR server; attach it with `attachSignalR`, `signalRPlugin`, or by calling `handle` and `upgrade`. */
export interface SignalR extends Router {
  /** A hub's clients, from outside its methods. Throws for a hub that there is not. */
  clients(hub: string): Clients;
  groups(hub: string): Groups;
  /** How many connections of each kind are open in this process, those included that wait for their client to come back. */
  connections(): readonly ConnectionCount[];
  /** All of them together. */
  readonly connectionCount: number;
  /** Tells the clients, which may reconnect elsewhere, and resolves when they are gone or `closeTimeout` is over. */
  close(): Promise<void>;
}

/** Makes a SignalR server that knows both protocols: that of ASP.NET Core and the classic one before it. */
export function createSignalR<User>({
  path = '/signalr',
  hubs,
  authorize,
  origins = () => false,
  backplane,
  limits: given = {},
  detailedErrors = false,
  classic = {},
  log = () => {},
}: SignalROptions<User>): SignalR {
  const limits = { ...defaultLimits, ...given };
  const layer = createHubLayer({ hubs, backplane: backplane ?? null, limits, log });
  const admit = createAdmit(authorize, log);
  const application = createHubApplication({ layer, detailedErrors, log });
  const adapters: readonly Adapter[] = [
    createCoreAdapter({ layer, admit, limits, detailedErrors, log }),
    createClassicAdapter({ application, admit, limits, options: classic, log }),
  ];
  const router = createRouter({ path, origins, adapters, log });
  const hubNamed = (name: string): Hub<User> => {
    const hub = layer.hubNamed(name);
    if (hub === null) throw new Error(`There is no hub ${name}.`);
    return hub;
  };
  const connections = () => census(adapters.flatMap((adapter) => [...adapter.connections()]));
  return {
    ...router,
    connections,
    clients: (name) => hubNamed(name).clients,
    groups: (name) => hubNamed(name).groups,
    get connectionCount() {
      return connections().reduce((sum, { count }) => sum + count, 0);
    },
    async close() {
      await Promise.all(adapters.map((adapter) => adapter.close()));
      layer.close();
      await backplane?.close();
    },
  };
}
