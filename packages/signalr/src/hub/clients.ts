import type { Target } from './target.ts';

/** Some of a hub's clients. */
export interface ClientSet {
  /** Calls them and waits for nothing; those on other processes too. */
  send(method: string, ...args: unknown[]): void;
}

export interface OneClient extends ClientSet {
  /** Calls it and resolves with its answer; rejects when it answers with an error, is gone, is too late or knows no answers. */
  invoke(method: string, ...args: unknown[]): Promise<unknown>;
}

/** A hub's clients. */
export interface Clients {
  readonly all: ClientSet;
  /** Everybody but these connections. */
  except(connectionIds: readonly string[]): ClientSet;
  client(connectionId: string): OneClient;
  clients(connectionIds: readonly string[]): ClientSet;
  /** All connections of a user. */
  user(userId: string): ClientSet;
  users(userIds: readonly string[]): ClientSet;
  group(name: string, options?: { readonly except?: readonly string[] }): ClientSet;
  groups(names: readonly string[]): ClientSet;
}

/** A hub's clients as one of them sees it. */
export interface CallerClients extends Clients {
  readonly caller: OneClient;
  readonly others: ClientSet;
  othersInGroup(name: string): ClientSet;
}

/** How calls leave a hub. */
export interface Outlet {
  send(target: Target, method: string, args: readonly unknown[]): void;
  ask(connectionId: string, method: string, args: readonly unknown[]): Promise<unknown>;
}

export function createClients(outlet: Outlet): Clients {
  const set = (target: Target): ClientSet => ({
    send: (method, ...args) => outlet.send(target, method, args),
  });
  return {
    all: set({ kind: 'all', except: [] }),
    except: (connectionIds) => set({ kind: 'all', except: connectionIds }),
    client: (connectionId) => ({
      ...set({ kind: 'connections', ids: [connectionId] }),
      invoke: (method, ...args) => outlet.ask(connectionId, method, args),
    }),
    clients: (connectionIds) => set({ kind: 'connections', ids: connectionIds }),
    user: (userId) => set({ kind: 'users', ids: [userId] }),
    users: (userIds) => set({ kind: 'users', ids: userIds }),
    group: (name, { except = [] } = {}) => set({ kind: 'groups', names: [name], except }),
    groups: (names) => set({ kind: 'groups', names, except: [] }),
  };
}

/** The same with the caller's view; `callCaller` where a call of the caller is more than one of any client. */
export function clientsOf(
  connectionId: string,
  clients: Clients,
  callCaller?: (method: string, args: readonly unknown[]) => void,
): CallerClients {
  const caller = clients.client(connectionId);
  return {
    ...clients,
    caller:
      callCaller === undefined ? caller : { ...caller, send: (method, ...args) => callCaller(method, args) },
    others: clients.except([connectionId]),
    othersInGroup: (name) => clients.group(name, { except: [connectionId] }),
  };
}
