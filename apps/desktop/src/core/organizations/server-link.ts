import type { Client } from '@stint/client';
import type { TrackingState } from '@stint/contract';
import type { Instant } from '@stint/domain';
import type { Change } from '../changes/change.ts';
import { createSender } from '../changes/sender.ts';
import type { Sent } from '../changes/sent.ts';
import { afterFailure, type Connection } from '../connection/connection.ts';
import type { Journal } from '../journal/journal.ts';
import type { ClockPort } from '../ports.ts';
import type { LivePush } from './live.ts';
import { readCopy, readHistory, type ServerCopy, withState } from './server-copy.ts';

export interface ServerLinkParts {
  readonly client: Client;
  readonly journal: Journal;
  readonly copy: ServerCopy;
  /** Keeps the copy for a start without a server. */
  readonly saveCopy: (copy: ServerCopy) => void;
  readonly clock: Pick<ClockPort, 'after'>;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly random: () => number;
  /** Something that is shown has changed. */
  readonly changed: () => void;
}

/** A refusal that took no time with it, or a track that began elsewhere and took the place of ours. */
export type Notice = { readonly kind: 'refused'; readonly message: string } | { readonly kind: 'superseded' };

/** Brings changes to one server and its news back, and tries again when it cannot. */
export interface ServerLink {
  readonly copy: () => ServerCopy;
  readonly connection: () => Connection;
  /** Changes that the server has, and that the copy may not show yet. */
  readonly settling: () => readonly Change[];
  readonly notice: () => Notice | null;
  readonly noticeSeen: () => void;
  readonly takeState: (state: TrackingState) => void;
  readonly heard: (push: LivePush) => void;
  /** Sends and reads what there is to; resolves when all is done or the server cannot be worked with. */
  readonly wake: () => Promise<void>;
  /** The same, at once and reading everything anew: the person asks, the network came back, the computer woke up. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

export function createServerLink(parts: ServerLinkParts): ServerLink {
  const { client, journal, now, changed } = parts;
  let { copy } = parts;
  let connection: Connection = { kind: 'new' };
  let notice: Notice | null = null;
  let settling: readonly Change[] = [];
  let stale: 'all' | 'history' | 'nothing' = 'all';
  let cancelRetry = doNothing;
  let isClosed = false;
  let isWanted = false;
  let working: Promise<void> | null = null;
  const sender = createSender({ ...parts, onState: takeState, onSent });

  function onSent(change: Change, sent: Sent): void {
    if (sent.kind === 'done') {
      if (sent.isSuperseded) notice = { kind: 'superseded' };
      if (change.kind !== 'start' && change.kind !== 'adjust') settling = [...settling, change];
    } else if (sent.kind === 'refused' && sent.reason.kind === 'refused' && !isConflict(change.id)) {
      notice = { kind: 'refused', message: sent.reason.message };
    }
    if (stale === 'nothing') stale = 'history';
    changed();
  }

  function takeState(state: TrackingState): void {
    copy = withState(copy, state, now());
    parts.saveCopy(copy);
    changed();
  }

  function isConflict(id: string): boolean {
    return journal.queue().conflicts.some(({ change }) => change.id === id);
  }

  async function read(): Promise<void> {
    while (stale !== 'nothing') {
      const wanted = stale;
      const seen = settling;
      stale = 'nothing';
      try {
        const history = wanted === 'history' ? await readHistory(client) : null;
        copy = history ? { ...copy, ...history } : await readCopy(client, () => copy, now);
      } catch (error) {
        stale = wanted;
        throw error;
      }
      settling = settling.filter((each) => !seen.includes(each));
      parts.saveCopy(copy);
      changed();
    }
  }

  async function work(): Promise<void> {
    cancelRetry();
    try {
      while (isWanted) {
        isWanted = false;
        await sender.drain();
        await read();
        if (connection.kind !== 'online') {
          connection = { kind: 'online' };
          changed();
        }
      }
    } catch (error) {
      connection = afterFailure(connection, error, { now: now(), random: parts.random() });
      if (connection.kind === 'waiting' && !isClosed)
        cancelRetry = parts.clock.after(Math.max(0, connection.retryAt - now()), () => void begin());
      changed();
    }
  }

  function begin(): Promise<void> {
    if (isClosed || connection.kind === 'pairAgain') return Promise.resolve();
    isWanted = true;
    working ??= work().finally(() => {
      working = null;
    });
    return working;
  }

  return {
    copy: () => copy,
    connection: () => connection,
    settling: () => settling,
    notice: () => notice,
    noticeSeen: () => {
      notice = null;
      changed();
    },
    takeState,
    heard: (push) => {
      if (push.kind === 'track') takeState(push.state);
      else if (stale !== 'all') stale = push.kind === 'settings' ? 'all' : 'history';
      if (push.kind !== 'track') void begin();
    },
    wake: () => (connection.kind === 'waiting' && connection.retryAt > now() ? Promise.resolve() : begin()),
    refresh: () => {
      stale = 'all';
      return begin();
    },
    close: () => {
      isClosed = true;
      isWanted = false;
      cancelRetry();
    },
  };
}

function doNothing(): void {}
