import type { Hub } from '../../hub/hub.ts';
import type { HubLayer } from '../../hub/layer.ts';
import { refuse } from '../../http/refusal.ts';
import type { Application, Moment } from '../connection/application.ts';
import type { ClassicConnection } from '../connection/connection.ts';
import { readConnectionData } from '../wire/connection-data.ts';
import { texts } from '../wire/texts.ts';
import { createInvoker, type HubApplicationDependencies } from './invoker.ts';
import { proxyScript } from './proxy-script.ts';

/** Hubs on classic connections: a connection listens to the hubs that its client names, and may call all. */
export function createHubApplication<User>(
  dependencies: HubApplicationDependencies<User>,
): Application<User> {
  const { layer, log } = dependencies;
  const carried = (connection: ClassicConnection<User>): Hub<User>[] =>
    layer.hubs.filter((hub) => connection.hubs.has(hub.name));

  return {
    open: (connectionData) => namedHubs(layer, connectionData),
    join(connection, groups) {
      for (const hub of carried(connection)) {
        hub.members.add(connection);
        for (const group of groupsWithin(hub, groups)) hub.members.join(connection.id, group);
        log({ kind: 'connected', connection: connection.id, hub: hub.name });
      }
    },
    leave(connection) {
      for (const hub of carried(connection)) {
        hub.members.remove(connection);
        log({ kind: 'disconnected', connection: connection.id, hub: hub.name });
      }
    },
    groupsOf: (connection) =>
      carried(connection).flatMap((hub) =>
        hub.members.groupsOf(connection.id).map((group) => `${hub.name}.${group}`),
      ),
    async tell(connection, moment) {
      const told = carried(connection).map((hub) => tell(hub, connection, moment));
      const [failed] = (await Promise.allSettled(told)).filter(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
    receive: createInvoker(dependencies),
    script: (url) => proxyScript(url, layer.hubs),
  };
}

function namedHubs<User>(layer: HubLayer<User>, connectionData: string | null) {
  const names = readConnectionData(connectionData);
  if (names === undefined) return refuse(400, 'The connection data is not a list of hubs.');
  const named = new Map<string, string>();
  for (const name of names) {
    const hub = layer.hubNamed(name);
    if (hub === null) return refuse(404, texts.hubNotFound(name));
    if (named.has(hub.name)) return refuse(400, texts.duplicateHubs);
    named.set(hub.name, name);
  }
  return named;
}

function groupsWithin<User>({ name }: Hub<User>, groups: readonly string[]): string[] {
  const start = `${name}.`;
  return groups.filter((group) => group.startsWith(start)).map((group) => group.slice(start.length));
}

async function tell<User>(
  hub: Hub<User>,
  connection: ClassicConnection<User>,
  moment: Moment,
): Promise<void> {
  const { connected, reconnected, disconnected } = hub.definition;
  const context = hub.context(connection, {
    hubName: connection.hubs.get(hub.name) ?? hub.name,
    methodName: '',
  });
  switch (moment.kind) {
    case 'connected':
      return void (await connected?.(context));
    case 'reconnected':
      return void (await reconnected?.(context));
    case 'disconnected':
      return void (await disconnected?.(context, moment.error));
  }
}
