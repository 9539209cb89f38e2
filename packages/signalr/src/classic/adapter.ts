import { randomBytes } from 'node:crypto';
import type { Adapter, Endpoint } from '../http/adapter.ts';
import type { Admit } from '../http/admission.ts';
import { Refusal } from '../http/refusal.ts';
import type { Log } from '../hub/log.ts';
import type { Application } from './connection/application.ts';
import { createRegistry } from './connection/registry.ts';
import { readAsked } from './http/asked.ts';
import { abort, arrive, type Command, negotiate, ping, proxies, send, start } from './http/commands.ts';
import { sendReply } from './http/reply.ts';
import { createUpgrade } from './http/upgrade.ts';
import { type ClassicOptions, defaultTimes } from './options.ts';
import type { ClassicServer } from './server.ts';
import { writeGroupsToken } from './tokens/groups-token.ts';
import { createProtector } from './tokens/protector.ts';

export interface ClassicDependencies<User> {
  readonly application: Application<User>;
  readonly admit: Admit<User>;
  readonly limits: ClassicServer<User>['limits'];
  readonly options: ClassicOptions;
  readonly log: Log;
}

/** The classic protocol below a base path, as ASP.NET SignalR 2 speaks it. */
export function createClassicAdapter<User>(dependencies: ClassicDependencies<User>): Adapter {
  const server = createServer(dependencies);
  const { registry, times } = server;
  const beats = setInterval(() => registry.beat(), times.keepAlive / 2).unref();
  const upgrade = createUpgrade(server);
  const endpoints = new Map(
    Object.entries(commands<User>()).map(([name, command]) => [name, endpointOf(server, command)]),
  );
  for (const way of ['connect', 'reconnect'] as const) {
    const endpoint = endpointOf(server, arrive(way));
    endpoints.set(way, {
      ...endpoint,
      upgrade: (request, socket, head) => upgrade(way, request, socket, head),
    });
  }

  return {
    route: (rest) => endpoints.get(commandOf(rest)) ?? null,
    connections: () => registry.all(),
    async close() {
      clearInterval(beats);
      // Who comes back finds another process.
      endpoints.clear();
      await registry.close();
    },
  };
}

/** Clients whose address ends in a slash double it, and those that were given the address of the proxies go on below it. */
function commandOf(rest: string): string {
  return rest.toLowerCase().replace(/^(\/|js\/|hubs\/)+(?=.)|\/+$/g, '');
}

function commands<User>(): Record<string, Command<User>> {
  return {
    negotiate,
    ping,
    start,
    send,
    abort,
    hubs: proxies,
    js: proxies,
    poll: arrive('poll'),
  };
}

function endpointOf<User>(server: ClassicServer<User>, command: Command<User>): Endpoint {
  return {
    async handle(request, response) {
      const asked = readAsked(request);
      if (asked instanceof Refusal) return sendReply(response, asked, null);
      sendReply(response, await command(server, { request, response, asked }), asked.callback);
    },
  };
}

function createServer<User>({
  application,
  admit,
  limits,
  options,
  log,
}: ClassicDependencies<User>): ClassicServer<User> {
  const { secret = randomBytes(32), ...given } = options;
  const times = { ...defaultTimes, ...given };
  const protector = createProtector(secret);
  const { longPollDelay, disconnectTimeout, reconnectGrace } = times;
  const registry = createRegistry<User>({
    application,
    barring: 2 * disconnectTimeout,
    closeTimeout: limits.closeTimeout,
    log,
    around: {
      kept: { count: limits.keptMessages, length: limits.outgoingBytes },
      outgoingBytes: limits.outgoingBytes,
      longPollDelay: longPollDelay > 0 ? longPollDelay : undefined,
      absence: {
        polling: disconnectTimeout + longPollDelay,
        streaming: disconnectTimeout + reconnectGrace,
      },
      now,
      groupsToken: (connection) =>
        writeGroupsToken(protector, connection.id, application.groupsOf(connection)),
      slow: ({ id }, waitingBytes) => log({ kind: 'slowReader', connection: id, waitingBytes }),
    },
  });
  return { application, registry, admit, protector, times, limits, log, now };
}

/** Milliseconds of a clock that is never put back. */
function now(): number {
  return performance.now();
}
