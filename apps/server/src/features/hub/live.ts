import { setTimeout as sleep } from 'node:timers/promises';
import type { Clients, HubConnection } from '@stint/signalr';
import type { Dependencies } from '../../dependencies.ts';
import type { Tracking } from '../tracking/service.ts';
import type { Carrier } from './carrier/carrier.ts';
import { createConnected } from './connected.ts';
import { readEvent } from './events.ts';
import type { Known } from './known.ts';
import { lookAt } from './look.ts';
import { createPresence } from './presence.ts';
import { createPushes } from './pushes.ts';
import { watchSettings } from './watch-settings.ts';
import { type HubUser, keyOf } from './who.ts';

/** Milliseconds that a new connection waits for the carrier. */
const CARRIER_WITHIN = 2_000;

export interface LiveDependencies
  extends Pick<Dependencies, 'database' | 'organizations' | 'principals' | 'feed' | 'log'> {
  carrier: Carrier;
  tracking: Pick<Tracking, 'current'>;
  clients: () => Clients;
}

/** What keeps the connections of this process informed; without connections it does nothing. */
export interface Live {
  /**
   * Makes ready for a connection that opens, and answers what there is to see now: what changes from then on, the
   * connection is told.
   */
  expect(user: HubUser): Promise<Known | null>;
  /** `version` of the API that states are written in for this connection. */
  connected(connection: HubConnection<HubUser>, version: string): Promise<void>;
  /** A classic client has come back; to this process perhaps for the first time, as after a restart. */
  reconnected(connection: HubConnection<HubUser>, version: string): Promise<void>;
  disconnected(connection: HubConnection<HubUser>): void;
  /** Tells everybody that the server stops. */
  sayGoodbye(): void;
  close(): Promise<void>;
}

export function createLive(dependencies: LiveDependencies): Live {
  const { carrier, tracking, clients, database, log } = dependencies;
  const people = createConnected();
  const pushes = createPushes({
    clients,
    look: (person) => lookAt(dependencies, tracking, person),
    log,
  });
  const presence = createPresence({
    system: database.system,
    takes: carrier.takes,
    isNeeded: () => people.size > 0,
    onSettled: refreshAll,
    log,
  });
  const settings = watchSettings(dependencies, people, pushes.refresh);

  function refreshAll(): void {
    for (const person of people.of(null)) pushes.refresh(person);
  }

  /** Everything may have changed, and nobody said what. */
  function onGap(): void {
    refreshAll();
    for (const person of people.of(null)) {
      pushes.workLogChanged(person, null, 'changed');
      pushes.weeksChanged(person);
    }
  }

  function onEvent(text: string): void {
    const event = readEvent(text);
    const person = event && people.find(event.key);
    if (!event || !person) return;
    if (event.kind === 'track') pushes.refresh(person);
    else if (event.kind === 'week') pushes.weeksChanged(person);
    else pushes.workLogChanged(person, event.id, event.change);
  }

  /** Whoever comes while the carrier is away is not kept waiting: they are told when it is back. */
  async function hear(): Promise<void> {
    const heard = carrier.listen({ onEvent, onGap });
    const late = sleep(CARRIER_WITHIN, 'late' as const, { ref: false });
    if ((await Promise.race([heard, late])) === 'late') void heard.then(onGap, () => undefined);
  }
  let hearing: Promise<void> | undefined;

  return {
    async expect(user) {
      await (hearing ??= hear());
      await presence.announce();
      const known = people.find(keyOf(user))?.known;
      if (known) return known;
      const look = await lookAt(dependencies, tracking, { user });
      return look.kind === 'seen' ? look.known : null;
    },
    // At once among those who are told, and then told what changed while it opened.
    async connected(connection, version) {
      const person = people.add(connection, version);
      await presence.announce();
      await pushes.begin(person, connection);
    },
    async reconnected(connection, version) {
      if (people.has(connection)) return;
      const person = people.add(connection, version);
      await presence.announce();
      await pushes.beginAnew(person, connection);
    },
    disconnected: (connection) => people.remove(connection),
    sayGoodbye() {
      if (people.size > 0)
        clients().all.send('disconnected', 'The server stops; it will be back in a moment.');
    },
    async close() {
      settings.stop();
      await presence.close();
    },
  };
}
