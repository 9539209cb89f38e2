import type { HubLayer } from '../hub/layer.ts';
import type { Limits } from '../hub/limits.ts';
import type { Log } from '../hub/log.ts';
import type { Adapter } from '../http/adapter.ts';
import type { Admit } from '../http/admission.ts';
import { CoreConnection } from './connection.ts';
import { connectionEndpoint, type EndpointDependencies, negotiateEndpoint } from './endpoint.ts';
import { ALL_TRANSPORTS } from './negotiate.ts';
import { createSessions } from './sessions.ts';
import { createSockets } from './sockets.ts';

export interface CoreAdapterDependencies<User> {
  readonly layer: HubLayer<User>;
  readonly admit: Admit<User>;
  readonly limits: Limits;
  readonly detailedErrors: boolean;
  readonly log: Log;
}

/** A WebSocket frame, and a request, may hold several messages. */
const MESSAGES_AT_ONCE = 4;

/** The protocol of ASP.NET Core SignalR: a hub lies at its name below the base path. */
export function createCoreAdapter<User>({
  layer,
  admit,
  limits,
  detailedErrors,
  log,
}: CoreAdapterDependencies<User>): Adapter {
  const requestBytes = MESSAGES_AT_ONCE * limits.messageBytes;
  const sessions = createSessions({ limits, log });
  const sockets = createSockets(requestBytes);
  return {
    route(rest) {
      const [, hubName = '', negotiate] = /^(.*?)(\/negotiate)?\/?$/is.exec(rest) ?? [];
      const hub = layer.hubNamed(hubName);
      if (hub === null) return null;
      const dependencies: EndpointDependencies<User> = {
        sessions,
        sockets,
        admit,
        requestBytes,
        transports: hub.definition.transports ?? ALL_TRANSPORTS,
        start: (wire, identity) =>
          new CoreConnection(wire, { hub, hubName, identity, limits, detailedErrors, log }),
      };
      return negotiate === undefined ? connectionEndpoint(dependencies) : negotiateEndpoint(dependencies);
    },
    *connections() {
      for (const { members } of layer.hubs)
        for (const connection of members.all()) if (connection.protocol === 'core') yield connection;
    },
    close: sessions.close,
  };
}
