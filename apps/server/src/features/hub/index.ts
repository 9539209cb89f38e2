import { createSignalR, defineHub, type SignalR, signalRPlugin } from '@stint/signalr';
import { readAddress } from '../../http/addresses.ts';
import { noteCollection } from '../../http/collection.ts';
import type { Dependencies, Job } from '../../dependencies.ts';
import type { trackingCalls } from '../tracking/calls.ts';
import type { Tracking } from '../tracking/service.ts';
import { hubCall } from './call.ts';
import { notifyCarrier } from './carrier/notify.ts';
import { redisCarrier } from './carrier/redis.ts';
import { authorizeConnection } from './credentials.ts';
import { createLive } from './live.ts';
import { connectionKey } from './connection-key.ts';
import { measureConnections } from './measure-connections.ts';
import { logHub } from './log-hub.ts';
import { hubMethods } from './methods.ts';
import { HUB_NAME, methodOf, opensHub, versionOfHub } from './spelling.ts';
import type { HubUser } from './who.ts';

interface Parts {
  calls: ReturnType<typeof trackingCalls>;
  tracking: Tracking;
}

/** The live hub under /signalr: the tracking calls over SignalR, and what changes pushed to whom it concerns (realtime.md). */
export function hub(dependencies: Dependencies, { calls, tracking }: Parts): Job {
  const { app, config, database, environment, log } = dependencies;
  const carrier =
    environment.redisUrl === null ? notifyCarrier(config) : redisCarrier(environment.redisUrl, database, log);
  const live = createLive({ ...dependencies, carrier, tracking, clients: () => signalr.clients(HUB_NAME) });
  const methods = Object.entries(hubMethods(calls, tracking)).map(([name, method]) => {
    const run = hubCall(dependencies, method);
    return [
      name,
      async (...given: Parameters<typeof run>) => {
        const answer = await run(...given);
        carrier.committed();
        return answer;
      },
    ] as const;
  });

  const signalr = createSignalR<HubUser>({
    path: '/signalr',
    hubs: [
      defineHub<HubUser>({
        name: HUB_NAME,
        accepts: opensHub,
        methodName: methodOf,
        methods: Object.fromEntries(methods),
        connected: ({ connection, hubName }) => live.connected(connection, versionOfHub(hubName) ?? '3.2'),
        reconnected: ({ connection, hubName }) =>
          live.reconnected(connection, versionOfHub(hubName) ?? '3.2'),
        disconnected: ({ connection }) => live.disconnected(connection),
      }),
    ],
    authorize: authorizeConnection({ ...dependencies, live }),
    // Pages of this very host are taken anyway.
    origins: (origin) => environment.publicUrl !== null && origin === new URL(environment.publicUrl).origin,
    classic: { secret: connectionKey(environment) },
    log: logHub(log),
  });

  measureConnections(dependencies.metrics, signalr);
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.method !== 'GET') carrier.committed();
    done();
  });
  app.addHook('preClose', async () => live.sayGoodbye());
  void app.register(signalRPlugin, { signalr: withCollections(signalr) });
  return {
    start() {
      // Works from the first connection on.
    },
    async stop() {
      await live.close();
      await carrier.close();
    },
  };
}

/** Cuts the collection off the addresses of WebSockets, as the app does for requests. */
function withCollections(signalr: SignalR): SignalR {
  return {
    ...signalr,
    upgrade(request, socket, head) {
      const { collection, url } = readAddress(request.url ?? '/');
      if (collection !== null) {
        noteCollection(request, collection);
        request.url = url;
      }
      return signalr.upgrade(request, socket, head);
    },
  };
}
