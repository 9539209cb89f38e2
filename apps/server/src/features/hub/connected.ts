import type { HubConnection } from '@stint/signalr';
import type { Known } from './known.ts';
import { type HubUser, keyOf } from './who.ts';

/** A person with open connections to this process. */
export interface ConnectedPerson {
  readonly key: string;
  readonly user: HubUser;
  readonly connections: Map<string, { connection: HubConnection<HubUser>; version: string }>;
  known: Known | null;
}

/** Who is connected to this process. */
export interface Connected {
  readonly size: number;
  add(connection: HubConnection<HubUser>, version: string): ConnectedPerson;
  has(connection: HubConnection<HubUser>): boolean;
  remove(connection: HubConnection<HubUser>): void;
  find(key: string): ConnectedPerson | null;
  /** Of one organization, or of all. */
  of(organizationId: string | null): ConnectedPerson[];
}

export function createConnected(): Connected {
  const people = new Map<string, ConnectedPerson>();
  return {
    get size() {
      return people.size;
    },
    add(connection, version) {
      const { user } = connection;
      const key = keyOf(user);
      const person = people.get(key) ?? { key, user, connections: new Map(), known: null };
      people.set(key, person);
      person.connections.set(connection.id, { connection, version });
      return person;
    },
    has: ({ id, user }) => people.get(keyOf(user))?.connections.has(id) ?? false,
    remove({ id, user }) {
      const key = keyOf(user);
      const person = people.get(key);
      if (person?.connections.delete(id) && person.connections.size === 0) people.delete(key);
    },
    find: (key) => people.get(key) ?? null,
    of: (organizationId) =>
      [...people.values()].filter(
        ({ user }) => organizationId === null || user.organizationId === organizationId,
      ),
  };
}
