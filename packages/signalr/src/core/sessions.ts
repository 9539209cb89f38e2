import type { Limits } from '../hub/limits.ts';
import { Session, type SessionOptions } from './session.ts';

/** All sessions of a server, by token. */
export interface Sessions {
  readonly size: number;
  create(options: Omit<SessionOptions, 'limits' | 'log' | 'forget'>): Session;
  find(token: string): Session | undefined;
  /** Tells every client and resolves when all are gone, or cut off for being too slow. */
  readonly close: () => Promise<void>;
}

/** Milliseconds between two looks at all sessions. */
const SELDOM = 1000;
const OFTEN = 10;

export function createSessions({ limits, log }: Pick<SessionOptions, 'limits' | 'log'>): Sessions {
  const sessions = new Map<string, Session>();
  let whenEmpty: (() => void) | null = null;
  const forget = ({ token }: Session) => {
    sessions.delete(token);
    if (sessions.size === 0) whenEmpty?.();
  };
  const ticking = setInterval(() => {
    const now = Date.now();
    for (const session of sessions.values()) session.tick(now);
  }, pace(limits)).unref();
  return {
    get size() {
      return sessions.size;
    },
    create(options) {
      const session = new Session({ ...options, limits, log, forget });
      sessions.set(session.token, session);
      return session;
    },
    find: (token) => sessions.get(token),
    async close() {
      const now = Date.now();
      for (const session of sessions.values()) {
        if (session.isAway(now, SELDOM)) session.drop();
        else session.close({ allowReconnect: true });
      }
      if (sessions.size > 0) {
        await new Promise<void>((resolve) => {
          whenEmpty = resolve;
          setTimeout(resolve, limits.closeTimeout).unref();
        });
      }
      clearInterval(ticking);
      for (const session of sessions.values()) session.drop();
    },
  };
}

/** Four looks within the shortest time that matters. */
function pace({
  keepAlive,
  clientTimeout,
  handshakeTimeout,
  disconnectTimeout,
  pollTimeout,
}: Limits): number {
  const shortest = Math.min(keepAlive, clientTimeout, handshakeTimeout, disconnectTimeout, pollTimeout);
  return Math.max(OFTEN, Math.min(SELDOM, shortest / 4));
}
