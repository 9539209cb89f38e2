import { Refusal } from '../../http/refusal.ts';
import type { Application, Moment } from '../connection/application.ts';
import type { ClassicConnection } from '../connection/connection.ts';
import { createMembers, type Members } from '../../hub/members.ts';

/** What a raw connection may be told and do. */
export interface RawContext<User> {
  readonly connection: ClassicConnection<User>;
  readonly groups: {
    add(name: string, connectionId?: string): void;
    remove(name: string, connectionId?: string): void;
  };
  /** Sends any JSON value to this connection, to another, to a group, or to all, some left out. */
  send(value: unknown): void;
  sendTo(connectionId: string, value: unknown): void;
  sendToGroup(name: string, value: unknown, except?: readonly string[]): void;
  broadcast(value: unknown, except?: readonly string[]): void;
}

/** Handlers of connections without hubs: text goes to the server, JSON values to the client. */
export interface RawHandlers<User> {
  readonly connected?: (context: RawContext<User>) => unknown;
  readonly reconnected?: (context: RawContext<User>) => unknown;
  readonly disconnected?: (context: RawContext<User>, error: Error | null) => unknown;
  readonly received?: (context: RawContext<User>, text: string) => unknown;
}

/** The original’s persistent connections. */
export function createRawApplication<User>(handlers: RawHandlers<User>): Application<User> {
  const members = createMembers<User>();
  return {
    open: () => new Map(),
    join(connection, groups) {
      members.add(connection);
      for (const group of groups) members.join(connection.id, group);
    },
    leave: (connection) => members.remove(connection),
    groupsOf: (connection) => members.groupsOf(connection.id),
    tell: (connection, moment) => tell(handlers, contextOf(members, connection), moment),
    async receive(connection, text) {
      const answer: unknown = await handlers.received?.(contextOf(members, connection), text);
      return answer instanceof Refusal ? answer : null;
    },
    script: () => null,
  };
}

async function tell<User>(
  handlers: RawHandlers<User>,
  context: RawContext<User>,
  moment: Moment,
): Promise<void> {
  if (moment.kind === 'disconnected') await handlers.disconnected?.(context, moment.error);
  else await handlers[moment.kind]?.(context);
}

function contextOf<User>(members: Members<User>, connection: ClassicConnection<User>): RawContext<User> {
  // All members are connections of this protocol.
  const push = (reached: Iterable<unknown>, value: unknown) => {
    const text = JSON.stringify(value);
    for (const one of reached as Iterable<ClassicConnection<User>>) one.push(text);
  };
  const changeGroup = (change: 'join' | 'leave', name: string, id: string) => {
    if (members[change](id, name)) members.find(id)?.groupChanged?.('', name, change === 'join');
  };
  return {
    connection,
    groups: {
      add: (name, id = connection.id) => changeGroup('join', name, id),
      remove: (name, id = connection.id) => changeGroup('leave', name, id),
    },
    send: (value) => push([connection], value),
    sendTo: (id, value) => push(members.reached({ kind: 'connections', ids: [id] }), value),
    sendToGroup: (name, value, except = []) =>
      push(members.reached({ kind: 'groups', names: [name], except }), value),
    broadcast: (value, except = []) => push(members.reached({ kind: 'all', except }), value),
  };
}
