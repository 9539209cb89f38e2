import type { Client } from '@stint/client';
import { calls, type SearchAnswer } from '@stint/contract';
import type { Instant } from '@stint/domain';
import type { Change, Conflict } from '../changes/change.ts';
import type { Connection } from '../connection/connection.ts';
import {
  answerPresence,
  type IdleAnswer,
  type Presence,
  type PresenceEvent,
  presenceStep,
  type PresenceStep,
} from '../presence/presence.ts';
import { createSerial } from '../serial.ts';
import {
  againOf,
  changesOf,
  changesOfPresence,
  type CommandContext,
  type TimeCommand,
} from '../tracking/commands.ts';
import { currentRun, type Run } from '../tracking/run.ts';
import type { LivePush } from './live.ts';
import { searchWorkItems } from './search.ts';
import type { ServerCopy } from './server-copy.ts';
import { createServerLink, type Notice, type ServerLinkParts } from './server-link.ts';

/** What one organization needs. */
export interface OrganizationParts extends ServerLinkParts {
  readonly client: Client;
  /** What was kept of the last time: an absence or an open question outlives the app. */
  readonly presence: Presence;
  readonly savePresence: (presence: Presence) => void;
  readonly settings: () => { readonly idleAfter: number | null; readonly stopsOnLock: boolean };
}

/** What is shown of one organization. */
export interface OrganizationState {
  readonly copy: ServerCopy;
  readonly run: Run | null;
  readonly connection: Connection;
  readonly presence: Presence;
  /** What waits, and what was sent but may not be read back yet. */
  readonly pending: readonly Change[];
  /** How many changes wait to be sent. */
  readonly waiting: number;
  readonly conflicts: readonly Conflict[];
  readonly notice: Notice | null;
}

/** One organization at work: commands become changes on disk, changes go to the server, the server's news come back. */
export interface Organization {
  readonly state: () => OrganizationState;
  /** Resolves when the command is on the disk. Rejects with DiskFullError, or RangeError for a time that is none. */
  readonly act: (command: TimeCommand) => Promise<void>;
  /** Tells what happens at the computer; `at` is when, if it is noticed late. */
  readonly tell: (event: PresenceEvent, idleSeconds: number | null, at?: Instant) => Promise<void>;
  readonly answerIdle: (answer: IdleAnswer) => Promise<void>;
  /** The person is still there; does nothing unless the server asks. Rejects with ApiError. */
  readonly confirmActivity: () => Promise<void>;
  /** The person has read why the last track was stopped. Rejects with ApiError. */
  readonly acknowledge: () => Promise<void>;
  /** Reminds that nothing runs in an hour (0), tomorrow (1) or next Monday (2). Rejects with ApiError. */
  readonly remindLater: (option: 0 | 1 | 2) => Promise<void>;
  /** Work items by number or words of the title, in groups; without a server, of those tracked last. */
  readonly search: (text: string) => Promise<SearchAnswer>;
  /** Decides about a conflict: `mine` is sent again as it is, `theirs` stays as it is on the server. */
  readonly resolve: (changeId: string, choice: 'mine' | 'theirs') => Promise<void>;
  readonly heard: (push: LivePush) => void;
  readonly wake: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly noticeSeen: () => void;
  readonly close: () => void;
}

export function createOrganization(parts: OrganizationParts): Organization {
  const { client, journal, now, newId, changed } = parts;
  const link = createServerLink(parts);
  const serial = createSerial();
  let { presence } = parts;

  const run = () => currentRun(link.copy().track, journal.queue());
  const context = (): CommandContext => ({ run: run(), now: now(), zone: link.copy().zone, newId });

  async function record(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const events = changes.map((change) => ({ type: 'added', change }) as const);
    await journal.record(events, true);
    changed();
    void link.wake();
  }

  /** What follows from a step is on the disk before the step is taken: a kill in between asks again. */
  async function take({ presence: next, effect }: PresenceStep): Promise<void> {
    if (effect) await record(changesOfPresence(effect, context()));
    if (next === presence || (next.kind === 'here' && presence.kind === 'here')) return;
    presence = next;
    parts.savePresence(presence);
    changed();
  }

  /** Whoever uses the computer confirms every second; one question is on its way at a time. */
  let confirming: Promise<void> | null = null;
  async function confirm(): Promise<void> {
    const { data } = await client.call(calls.answerActivityCheck);
    link.takeState(data);
  }

  return {
    state: () => {
      const { changes, conflicts } = journal.queue();
      const running = run();
      const isAboutRun = presence.kind === 'here' || presence.runId === running?.runId;
      return {
        copy: link.copy(),
        run: running,
        connection: link.connection(),
        presence: isAboutRun ? presence : { kind: 'here' },
        pending: [...link.settling(), ...changes],
        waiting: changes.length,
        conflicts,
        notice: link.notice(),
      };
    },
    act: (command) =>
      serial(async () => {
        const endsRun = command.kind === 'start' || command.kind === 'stop';
        if (endsRun) await take(answerPresence(presence, { kind: 'discard' }, run()));
        await record(changesOf(command, context()));
      }),
    tell: (event, idleSeconds, at) =>
      serial(async () => {
        for (;;) {
          const there = { ...parts.settings(), now: at ?? now(), run: run(), idleSeconds };
          const step = presenceStep(presence, event, there);
          await take(step);
          if (!step.isToRepeat) return;
        }
      }),
    answerIdle: (answer) => serial(() => take(answerPresence(presence, answer, run()))),
    confirmActivity: () => {
      if (link.copy().track?.answerBy == null) return Promise.resolve();
      confirming ??= confirm().finally(() => {
        confirming = null;
      });
      return confirming;
    },
    acknowledge: async () => {
      if (run() !== null) return;
      const { data } = await client.call(calls.stopTracking);
      link.takeState(data);
    },
    remindLater: async (option) => {
      const { data } = await client.call(calls.postponeIdleCheck, { params: {}, query: { $option: option } });
      link.takeState(data);
    },
    search: (text) => searchWorkItems(client, text, link.copy().workItems),
    resolve: (id, choice) =>
      serial(async () => {
        const conflict = journal.queue().conflicts.find(({ change }) => change.id === id);
        if (!conflict) return;
        const again = choice === 'mine' ? againOf(conflict, newId) : null;
        await journal.record([{ type: 'resolved', id, again }], true);
        changed();
        void link.wake();
      }),
    heard: link.heard,
    wake: link.wake,
    refresh: link.refresh,
    noticeSeen: link.noticeSeen,
    close: link.close,
  };
}
