import { clientsOf, createClients, type Clients } from './clients.ts';
import type { LiveConnection } from './connection.ts';
import type { CallDetails, HubContext } from './context.ts';
import type { HubDefinition } from './definition.ts';
import { createMembers, type Members } from './members.ts';
import { type Method, methodTable } from './method.ts';
import type { Exchange } from './exchange.ts';

/** Groups of a hub, from outside a method; a connection may be on another process. */
export interface Groups {
  add(connectionId: string, name: string): void;
  remove(connectionId: string, name: string): void;
}

/** A hub that runs: what adapters work with. */
export interface Hub<User> {
  /** As its definition spells it. */
  readonly name: string;
  readonly definition: HubDefinition<User>;
  readonly methodNames: readonly string[];
  readonly members: Members<User>;
  readonly clients: Clients;
  readonly groups: Groups;
  /** By the name a client called, in any letter case. */
  method(name: string): Method<User> | null;
  /** What a method of this connection is given. */
  context(connection: LiveConnection<User>, details: CallDetails): HubContext<User>;
}

export function createHub<User>(definition: HubDefinition<User>, exchange: Exchange): Hub<User> {
  const { name } = definition;
  const methods = methodTable(definition);
  const members = createMembers<User>();
  const port = exchange.open(name, members);
  const clients = createClients(port);
  return {
    name,
    definition,
    methodNames: methods.names,
    members,
    clients,
    groups: { add: port.join, remove: port.leave },
    method: methods.find,
    context: (connection, details) => new Context(connection, details, clients, port),
  };
}

/** One for each call, so it makes of its parts only those that are asked for. */
class Context<User> implements HubContext<User> {
  readonly connection: LiveConnection<User>;
  readonly hubName: string;
  readonly methodName: string;
  readonly #details: CallDetails;
  readonly #clients: Clients;
  readonly #port: { join(id: string, group: string): void; leave(id: string, group: string): void };
  #state: Record<string, unknown> | undefined;

  constructor(
    connection: LiveConnection<User>,
    details: CallDetails,
    clients: Clients,
    port: { join(id: string, group: string): void; leave(id: string, group: string): void },
  ) {
    this.connection = connection;
    this.hubName = details.hubName;
    this.methodName = details.methodName;
    this.#details = details;
    this.#clients = clients;
    this.#port = port;
    this.#state = details.state;
  }

  get clients() {
    return clientsOf(this.connection.id, this.#clients, this.#details.callCaller);
  }

  get groups() {
    const { id } = this.connection;
    return {
      add: (name: string) => this.#port.join(id, name),
      remove: (name: string) => this.#port.leave(id, name),
    };
  }

  get signal() {
    return this.#details.signal?.() ?? this.connection.signal;
  }

  get state() {
    this.#state ??= {};
    return this.#state;
  }

  get progress() {
    const { progress } = this.#details;
    return (value: unknown) => progress?.(value);
  }
}
