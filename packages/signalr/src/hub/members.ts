import type { LiveConnection } from './connection.ts';
import { SetMap } from './set-map.ts';
import type { Target } from './target.ts';

/** The connections of one hub in this process, by id, user and group. */
export interface Members<User> {
  add(connection: LiveConnection<User>): void;
  /** Forgets it with its groups. */
  remove(connection: LiveConnection<User>): void;
  find(id: string): LiveConnection<User> | undefined;
  all(): Iterable<LiveConnection<User>>;
  /** False when the connection is not here. */
  join(id: string, group: string): boolean;
  leave(id: string, group: string): boolean;
  groupsOf(id: string): readonly string[];
  /** Everybody who is meant, each once. */
  reached(target: Target): Iterable<LiveConnection<User>>;
}

export function createMembers<User>(): Members<User> {
  const connections = new Map<string, LiveConnection<User>>();
  const users = new SetMap<string, LiveConnection<User>>();
  const groups = new SetMap<string, LiveConnection<User>>();
  const joined = new SetMap<string, string>();

  return {
    add(connection) {
      connections.set(connection.id, connection);
      users.add(connection.userId, connection);
    },
    remove(connection) {
      if (!connections.delete(connection.id)) return;
      users.remove(connection.userId, connection);
      for (const group of joined.get(connection.id)) groups.remove(group, connection);
      joined.clear(connection.id);
    },
    find: (id) => connections.get(id),
    all: () => connections.values(),
    join(id, group) {
      const connection = connections.get(id);
      if (connection === undefined) return false;
      groups.add(group, connection);
      joined.add(id, group);
      return true;
    },
    leave(id, group) {
      const connection = connections.get(id);
      if (connection === undefined) return false;
      groups.remove(group, connection);
      joined.remove(id, group);
      return true;
    },
    groupsOf: (id) => [...joined.get(id)],
    reached: (target) => reached(target, { connections, users, groups }),
  };
}

interface Maps<User> {
  readonly connections: ReadonlyMap<string, LiveConnection<User>>;
  readonly users: SetMap<string, LiveConnection<User>>;
  readonly groups: SetMap<string, LiveConnection<User>>;
}

function reached<User>(target: Target, { connections, users, groups }: Maps<User>) {
  switch (target.kind) {
    case 'all':
      return without(connections.values(), target.except);
    case 'users':
      return union(target.ids.map((id) => users.get(id)));
    case 'groups':
      return without(union(target.names.map((name) => groups.get(name))), target.except);
    default:
      return [...new Set(target.ids)].flatMap((id) => connections.get(id) ?? []);
  }
}

function union<Item>(sets: readonly ReadonlySet<Item>[]): Iterable<Item> {
  const [only] = sets;
  return sets.length === 1 && only !== undefined ? only : new Set(sets.flatMap((set) => [...set]));
}

function without<User>(
  connections: Iterable<LiveConnection<User>>,
  except: readonly string[],
): Iterable<LiveConnection<User>> {
  if (except.length === 0) return connections;
  const left = new Set(except);
  return [...connections].filter(({ id }) => !left.has(id));
}
