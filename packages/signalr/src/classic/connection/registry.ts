import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../hub/log.ts';
import type { Closing } from '../../hub/connection.ts';
import type { Application } from './application.ts';
import { ClassicConnection, type ConnectionSurroundings, type Opening } from './connection.ts';
import { type LifecycleEffect, type LifecycleEvent, step } from './lifecycle.ts';

/** The connections of a server. */
export interface Registry<User> {
  find(id: string): ClassicConnection<User> | undefined;
  all(): Iterable<ClassicConnection<User>>;
  /** The connection of this id, made when there is none. */
  findOrOpen(opening: Opening<User>): ClassicConnection<User>;
  /** Lets something happen to a connection; resolves when its application has been told, rejects when that failed. */
  happen(connection: ClassicConnection<User>, happening: Happening): Promise<void>;
  /** Whether the server ended a connection of this id for good a short while ago. */
  isBarred(id: string): boolean;
  /** Ends transports and connections whose time is over. Called at every half of the keep-alive time. */
  beat(): void;
  /** Ends all of them; their clients are told to reconnect. */
  close(): Promise<void>;
}

export interface Happening {
  readonly event: LifecycleEvent;
  /** Gives the connection its transport. */
  readonly attach?: () => void;
  /** Groups to restore when the server does not know the connection. */
  readonly groups?: readonly string[];
  /** Why it ended, when it is no goodbye of the client. */
  readonly error?: Error;
}

export interface RegistryDependencies<User> {
  readonly application: Application<User>;
  readonly around: Omit<ConnectionSurroundings<User>, 'close'>;
  /** Milliseconds for which a client that was sent away is kept out. */
  readonly barring: number;
  /** Milliseconds for which `close` waits until the application has been told. */
  readonly closeTimeout: number;
  readonly log: Log;
}

export function createRegistry<User>(dependencies: RegistryDependencies<User>): Registry<User> {
  const { application, around, barring, closeTimeout, log } = dependencies;
  const connections = new Map<string, ClassicConnection<User>>();
  const barred = new Map<string, number>();
  let beats = 0;

  /** A failure of the application has been logged then. */
  const end = (connection: ClassicConnection<User>, error: Error): void => {
    happen(connection, { event: { kind: 'end' }, error }).catch(() => {});
  };

  const surroundings: ConnectionSurroundings<User> = {
    ...around,
    close(connection, { reason, allowReconnect = false }: Closing) {
      if (connection.phase === 'ended') return;
      if (!allowReconnect) barred.set(connection.id, around.now() + barring);
      connection.finish(
        allowReconnect ? { shouldReconnect: true } : { ended: reason ?? 'The server ended the connection.' },
      );
      end(connection, new Error(reason ?? 'The server ended the connection.'));
    },
  };

  /** One moment after the other, so that no connection ends before its begin has been told. */
  const tell = (
    connection: ClassicConnection<User>,
    effect: 'connected' | 'reconnected' | 'disconnected',
    error: Error | null,
  ) => {
    const moment =
      effect === 'disconnected' ? ({ kind: effect, error } as const) : ({ kind: effect } as const);
    const done = connection.told.then(() => application.tell(connection, moment));
    connection.told = done.catch(() => {});
    return done;
  };

  const perform = (
    connection: ClassicConnection<User>,
    effect: LifecycleEffect,
    happening: Happening,
  ): Promise<void> | void => {
    switch (effect) {
      case 'join':
        connections.set(connection.id, connection);
        return application.join(connection, happening.groups ?? []);
      case 'leave':
        connections.delete(connection.id);
        connection.finish({});
        return application.leave(connection);
      case 'attach':
        return happening.attach?.();
      case 'initialize':
        return connection.initialize();
      case 'connected':
      case 'reconnected':
      case 'disconnected':
        return tell(connection, effect, happening.error ?? null);
    }
  };

  async function happen(connection: ClassicConnection<User>, happening: Happening): Promise<void> {
    const { phase, effects } = step(connection.phase, happening.event);
    connection.phase = phase;
    try {
      for (const effect of effects) {
        const done = perform(connection, effect, happening);
        // What needs no waiting is done in one turn, so that nothing can happen in between.
        if (done !== undefined) await done;
      }
      await connection.told;
    } catch (error) {
      log({
        kind: 'connectionFailed',
        connection: connection.id,
        hub: [...connection.hubs.keys()].join(', '),
        error,
      });
      end(connection, error as Error);
      throw error;
    }
  }

  return {
    find: (id) => connections.get(id),
    all: () => connections.values(),
    findOrOpen: (opening) => connections.get(opening.id) ?? new ClassicConnection(opening, surroundings),
    happen,
    isBarred: (id) => barred.has(id),
    beat() {
      const now = around.now();
      beats += 1;
      for (const connection of connections.values()) {
        connection.beat(now, beats % 2 === 0);
        if (connection.isExpired(now)) end(connection, new Error('The client did not come back.'));
      }
      for (const [id, until] of barred) if (until <= now) barred.delete(id);
    },
    async close() {
      const all = [...connections.values()];
      for (const connection of all) surroundings.close(connection, { allowReconnect: true });
      const told = Promise.all(all.map((connection) => connection.told));
      await Promise.race([told, delay(closeTimeout, undefined, { ref: false })]);
    },
  };
}
