import { connectionEndpoint, type EndpointDependencies, negotiateEndpoint } from '../../core/endpoint.ts';
import { ALL_TRANSPORTS } from '../../core/negotiate.ts';
import { createSessions } from '../../core/sessions.ts';
import { createSockets } from '../../core/sockets.ts';
import type { Application, Wire } from '../../core/wire.ts';
import type { Adapter } from '../../http/adapter.ts';
import { cookiesOf } from '../../http/request.ts';
import { defaultLimits } from '../../hub/limits.ts';

/** `/echo`: a connection of the same transports, but without hubs: what comes goes back. */
export function echoAdapter(): Adapter {
  const sessions = createSessions({ limits: defaultLimits, log: () => {} });
  const dependencies: EndpointDependencies<null> = {
    sessions,
    sockets: createSockets(defaultLimits.messageBytes),
    admit: async () => ({ user: null, userId: '' }),
    requestBytes: defaultLimits.messageBytes,
    transports: ALL_TRANSPORTS,
    start: echo,
  };
  const endpoints = new Map([
    ['echo', connectionEndpoint(dependencies)],
    ['echo/negotiate', negotiateEndpoint(dependencies)],
  ]);
  return {
    route: (rest) => endpoints.get(rest.toLowerCase()) ?? null,
    connections: () => [],
    close: sessions.close,
  };
}

/** The suite's pages that send no cookies expect to be left. */
function echo(wire: Wire): Application {
  const isKnown = cookiesOf(wire.headers.cookie ?? '')['testCookie'] !== undefined;
  if (!isKnown) wire.end();
  return {
    receive(data) {
      if (isKnown) wire.send(data);
      return undefined;
    },
    resumed() {},
    gone() {},
    close: () => wire.end(),
    tick() {},
  };
}
