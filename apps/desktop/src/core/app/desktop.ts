import { DiskFullError, type ClockPort, type FilePort, type SecretPort } from '../ports.ts';
import type { LivePort } from '../organizations/live.ts';
import { type DeepLink, readDeepLink } from '../pairing/deep-link.ts';
import type { PresenceEvent } from '../presence/presence.ts';
import { defaultSettings, readSettings, type Settings } from '../settings/settings.ts';
import { createUpdateFlow, type UpdatePort } from '../updates/update-flow.ts';
import { activeView } from './active-view.ts';
import { openClock } from './clock.ts';
import type { DesktopCommand } from './commands.ts';
import { readDocument, writeDocument } from '../journal/document.ts';
import { forgetMember, type Member, openMember } from './members.ts';
import { createPairingFlow } from './pairing-flow.ts';
import { pairingIdOf } from './pairing-id.ts';
import { openPairings } from './pairings.ts';
import { createRevoking } from './revoking.ts';
import type { DesktopView, Note, OrganizationLine, SystemView } from './view.ts';
import type { SearchAnswer } from '@stint/contract';

/** What the app needs of the computer. */
export interface DesktopPorts {
  readonly files: FilePort;
  readonly secrets: SecretPort;
  readonly clock: ClockPort;
  readonly fetch: typeof globalThis.fetch;
  readonly live: LivePort;
  readonly updates: UpdatePort;
  readonly newId: () => string;
  readonly random: () => number;
  /** IANA name of the computer's time zone. */
  readonly zone: () => string;
  readonly system: () => SystemView;
}

/** The whole app without a window: what it shows, and what it can be asked and told. */
export interface Desktop {
  readonly view: () => DesktopView;
  /** Calls back after every change of the view; gives what ends that. */
  readonly onChange: (listener: () => void) => () => void;
  /** Rejects with DiskFullError, ApiError or RangeError; the person is told. */
  readonly act: (command: DesktopCommand) => Promise<void>;
  readonly search: (text: string) => Promise<SearchAnswer>;
  /** Something happened at the computer. Never rejects, nor does `tick`: a full disk is told in the view. */
  readonly tell: (event: Exclude<PresenceEvent, 'clock'>, idleSeconds: number | null) => Promise<void>;
  /** To be called every second. */
  readonly tick: (idleSeconds: number | null) => Promise<void>;
  /** A link of the app was opened; tells whether it means anything. */
  readonly openLink: (text: string) => DeepLink | null;
  /** The network is back, or the computer woke up. */
  readonly reconnect: () => void;
  /** Asks for a newer version of the app now. */
  readonly checkForUpdate: () => Promise<void>;
  readonly close: () => void;
}

const SETTINGS_FILE = 'settings';

/** Opens what is kept on this computer and puts it to work. */
export async function openDesktop(ports: DesktopPorts): Promise<Desktop> {
  const { files, secrets } = ports;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  let notes: readonly Note[] = [];
  const note = (next: Note) => {
    notes = [...notes.filter(({ kind }) => kind !== next.kind || kind === 'damagedFile'), next];
    changed();
  };
  const damaged = (file: string) => note({ kind: 'damagedFile', file });

  const clock = await openClock(files, ports.clock, (by) => note({ kind: 'clockSetBack', by }));
  const kept = await readDocument(files, SETTINGS_FILE);
  const pairings = await openPairings(files, secrets);
  for (const file of [kept.damagedFile, pairings.damagedFile]) if (file !== null) damaged(file);
  let settings: Settings = readSettings(kept.value, defaultSettings);
  let members: readonly Member[] = [];

  const parts = {
    ...ports,
    now: clock.now,
    heardServerTime: clock.heardServerTime,
    damaged,
    changed,
    settings: () => ({
      idleAfter: settings.idleAfterMinutes === null ? null : settings.idleAfterMinutes * 60,
      stopsOnLock: settings.stopsOnLock,
    }),
  };
  const flow = createPairingFlow({
    fetch: ports.fetch,
    newId: ports.newId,
    isSafe: secrets.isSafe,
    changed,
    paired: async (person, tokens, place) => {
      const pairing = await pairings.add({ ...person, id: await pairingIdOf(person) }, tokens, place);
      const before = members.find((each) => each.pairing.id === pairing.id);
      before?.close();
      const member = await openMember(pairing, pairings, parts);
      members = [...members.filter((each) => each !== before), member];
      changed();
    },
  });
  for (const pairing of pairings.all()) members = [...members, await openMember(pairing, pairings, parts)];

  const revoking = createRevoking(pairings, ports.clock, ports.fetch);
  void revoking.now().catch(() => undefined);

  const active = () => members.find(({ pairing }) => pairing.id === pairings.activeId()) ?? null;
  const isTracking = () => members.some(({ organization }) => organization.state().run !== null);

  const updates = createUpdateFlow({
    port: ports.updates,
    fetch: ports.fetch,
    clock: ports.clock,
    server: () => active()?.pairing.address.baseUrl ?? null,
    channel: () => settings.updateChannel,
    isTracking,
    changed,
  });

  function line({ pairing, organization }: Member): OrganizationLine {
    const { connection, waiting, conflicts, run, presence, copy } = organization.state();
    const isChecked = run !== null && copy.track?.answerBy != null;
    const { id, name, person, address } = pairing;
    return {
      id,
      name,
      person,
      server: address.baseUrl,
      isActive: id === pairings.activeId(),
      isTracking: run !== null,
      needsPairing: connection.kind === 'pairAgain',
      waiting: waiting + conflicts.length,
      asks: presence.kind === 'asked' ? 'absence' : isChecked ? 'activity' : null,
    };
  }

  async function perform(command: DesktopCommand): Promise<void> {
    const organization = active()?.organization;
    switch (command.kind) {
      case 'time':
        return organization?.act(command.command);
      case 'answerIdle':
        return organization?.answerIdle(command.answer);
      case 'confirmActivity':
        return confirmActivity();
      case 'acknowledge':
        return organization?.acknowledge();
      case 'remindLater':
        return organization?.remindLater(command.option);
      case 'resolve':
        return organization?.resolve(command.changeId, command.choice);
      case 'dismissNotice':
        return organization?.noticeSeen();
      case 'refresh':
        return organization?.refresh();
      case 'activate':
        await pairings.activate(command.id);
        return changed();
      case 'unpair':
        return unpair(command.id);
      case 'pairAgain': {
        const pairing = members.find((each) => each.pairing.id === command.id)?.pairing;
        return pairing && flow.again(pairing.address);
      }
      case 'dismissNotes':
        notes = [];
        return changed();
      case 'settings':
        settings = readSettings(command.change, settings);
        await writeDocument(files, SETTINGS_FILE, settings);
        return changed();
      case 'update':
        return updates.tell({ type: 'answered', answer: command.answer });
      default:
        return flow.act(command);
    }
  }

  /** Whoever is there is there for every organization that asks. */
  async function confirmActivity(): Promise<void> {
    await Promise.all(members.map((each) => each.organization.confirmActivity()));
  }

  /** What the app does by itself: a full disk is told, and a server that does not answer now is asked again by the next second. */
  async function byItself(act: (member: Member) => Promise<void>): Promise<void> {
    const done = await Promise.allSettled(members.map(act));
    const isFull = done.some((each) => each.status === 'rejected' && each.reason instanceof DiskFullError);
    if (isFull && !notes.some(({ kind }) => kind === 'diskFull')) note({ kind: 'diskFull' });
  }

  async function unpair(id: string): Promise<void> {
    members.find(({ pairing }) => pairing.id === id)?.close();
    members = members.filter(({ pairing }) => pairing.id !== id);
    await pairings.remove(id);
    await forgetMember(files, id);
    changed();
    void revoking.now().catch(() => undefined);
  }

  return {
    view: () => {
      const now = clock.now();
      const member = active();
      return {
        now,
        organizations: members.map(line),
        pairing: flow.state(),
        active: member && activeView(member.pairing.id, member.organization.state(), now),
        settings,
        system: ports.system(),
        update: updates.state(),
        notes,
      };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act: async (command) => {
      try {
        await perform(command);
      } catch (error) {
        if (error instanceof DiskFullError) note({ kind: 'diskFull' });
        throw error;
      }
    },
    search: async (text) =>
      active()?.organization.search(text) ?? Promise.reject(new Error('no organization is paired')),
    tell: (event, idleSeconds) => byItself(({ organization }) => organization.tell(event, idleSeconds)),
    tick: async (idleSeconds) => {
      const isUsed = settings.inputConfirmsActivity && idleSeconds !== null && idleSeconds < 2;
      await byItself(async ({ organization, watch }) => {
        await watch.look(idleSeconds);
        if (isUsed) await organization.confirmActivity();
      });
      updates.tell({ type: 'trackEnded' });
    },
    openLink: (text) => {
      const link = readDeepLink(text);
      if (link?.kind === 'pair') flow.link(link);
      return link;
    },
    reconnect: () => {
      for (const { organization } of members) void organization.refresh();
      void revoking.now().catch(() => undefined);
    },
    checkForUpdate: updates.check,
    close: () => {
      updates.close();
      revoking.close();
      for (const member of members) member.close();
    },
  };
}
