import type { Clients, HubConnection } from '@stint/signalr';
import type { Logger } from 'pino';
import type { ConnectedPerson } from './connected.ts';
import type { Known } from './known.ts';
import { limited } from './limited.ts';
import type { Dismissal, Look } from './look.ts';
import type { HubUser } from './who.ts';

/** People whose state is read at the same time, so that a change for all of them leaves room for requests. */
const AT_ONCE = 4;
/** Milliseconds until a person is looked at again when it failed. */
const RETRY = 1_000;

export interface PushDependencies {
  clients: () => Pick<Clients, 'clients' | 'client'>;
  look: (person: ConnectedPerson) => Promise<Look | Dismissal>;
  log: Pick<Logger, 'warn'>;
}

/** Tells connected people what has changed for them. */
export interface Pushes {
  /** Looks at a person and tells their connections what differs from what they were told; bursts become one look. */
  refresh: (person: ConnectedPerson) => void;
  /** Tells a new connection what changed since it began to open. */
  begin(person: ConnectedPerson, connection: HubConnection<HubUser>): Promise<void>;
  /** Tells a connection all there is, because nobody knows what it missed. */
  beginAnew(person: ConnectedPerson, connection: HubConnection<HubUser>): Promise<void>;
  /** `id` null: several, so the list is to be read again. */
  workLogChanged(person: ConnectedPerson, id: string | null, kind: string): void;
  /** Something was decided about weeks of the person, or about weeks that they may decide about. */
  weeksChanged(person: ConnectedPerson): void;
}

export function createPushes({ clients, look, log }: PushDependencies): Pushes {
  const queued = limited(AT_ONCE);
  /** People who are being looked at; true when something happened to them since. */
  const busy = new Map<ConnectedPerson, boolean>();

  async function work(person: ConnectedPerson): Promise<void> {
    try {
      do {
        busy.set(person, false);
        await queued(() => tellDifferences(person));
      } while (busy.get(person));
    } finally {
      busy.delete(person);
    }
  }

  function refresh(person: ConnectedPerson): void {
    if (busy.has(person)) return void busy.set(person, true);
    work(person).catch((error: unknown) => {
      log.warn({ err: error }, 'a connected person could not be told what changed; it is tried again');
      setTimeout(() => refresh(person), RETRY).unref();
    });
  }

  async function tellDifferences(person: ConnectedPerson): Promise<void> {
    if (person.connections.size === 0) return;
    const seen = await look(person);
    if (seen.kind === 'dismissed') return dismiss(person, seen);
    const before = person.known;
    person.known = seen.known;
    if (before !== null) tell(person.connections, before, seen);
  }

  function tell(
    connections: ConnectedPerson['connections'],
    before: Known,
    { known: after, state }: Look,
  ): void {
    const isChanged = before.track !== after.track || before.isStartAllowed !== after.isStartAllowed;
    const isAsked = after.isChecking && !before.isChecking;
    const isAnswered = !after.isChecking && before.isChecking;
    for (const [version, ids] of byVersion(connections)) {
      const to = clients().clients(ids);
      const now = state(version);
      if (isChanged) to.send('trackingChanged', now);
      if (isAsked) to.send('activityCheckStarted', now.track.activityCheck.secondsLeft);
      if (isAnswered) to.send('activityCheckEnded', now);
      if (before.settings !== after.settings) to.send('settingsChanged', now.settings);
    }
  }

  function dismiss({ connections }: ConnectedPerson, { reason, mayComeBack }: Dismissal): void {
    clients()
      .clients([...connections.keys()])
      .send('disconnected', reason);
    for (const { connection } of connections.values())
      connection.close({ reason, allowReconnect: mayComeBack });
  }

  return {
    refresh,
    async begin(person, { id, user: { known } }) {
      const own = person.connections.get(id);
      person.known ??= known;
      if (person.known === known) return refresh(person);
      // The others have been told meanwhile.
      const seen = await look(person);
      if (seen.kind === 'dismissed') dismiss(person, seen);
      else if (known && own) tell(new Map([[id, own]]), known, seen);
    },
    async beginAnew(person, { id }) {
      const own = person.connections.get(id);
      const seen = await look(person);
      if (seen.kind === 'dismissed') return dismiss(person, seen);
      if (own === undefined) return;
      person.known ??= seen.known;
      const to = clients().client(id);
      to.send('trackingChanged', seen.state(own.version));
      to.send('workLogChanged', null, 'changed');
      to.send('weeksChanged');
    },
    workLogChanged(person, id, kind) {
      clients()
        .clients([...person.connections.keys()])
        .send('workLogChanged', id, kind);
    },
    weeksChanged(person) {
      clients()
        .clients([...person.connections.keys()])
        .send('weeksChanged');
    },
  };
}

/** Connections by the version that their states are written in. */
function byVersion(connections: ConnectedPerson['connections']): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [id, { version }] of connections) ids.set(version, [...(ids.get(version) ?? []), id]);
  return ids;
}
