import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Db } from '../../http/asked.ts';
import type { Carrier } from './carrier/carrier.ts';
import { announceProcess, sweepLive, withdrawProcess } from './store.ts';

/** Milliseconds between signs of life; a minute of silence counts as death. */
const BEAT = 15_000;
/** Milliseconds after which transactions that began before the announcement have ended. */
const SETTLED = 1_000;

/** Keeps the database informed of whether anybody is connected to this process: without, writes tell nobody and cost nothing. */
export interface Presence {
  /** Resolves when every transaction that begins from now on is told. */
  announce(): Promise<void>;
  close(): Promise<void>;
}

export interface PresenceDependencies {
  system: Db;
  takes: Carrier['takes'];
  /** Whether anybody is connected. */
  isNeeded: () => boolean;
  /** The announcement has held for a while; what was under way when it was made may not have been told. */
  onSettled: () => void;
  log: Pick<Logger, 'warn'>;
}

export function createPresence({ system, takes, isNeeded, onSettled, log }: PresenceDependencies): Presence {
  const id = randomUUID();
  let announced: Promise<void> | null = null;
  let leaving: Promise<void> = Promise.resolve();
  let beating: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;

  async function announce(): Promise<void> {
    // Who comes while it is withdrawn must not be overtaken by that.
    await leaving.catch(() => undefined);
    await announceProcess(system, id, takes);
    beating ??= setInterval(() => void beat(), BEAT).unref();
    settling = setTimeout(onSettled, SETTLED).unref();
  }

  async function beat(): Promise<void> {
    try {
      await sweepLive(system);
      if (isNeeded()) return await announceProcess(system, id, takes);
      announced = null;
      leaving = withdrawProcess(system, id);
      await leaving;
    } catch (error) {
      announced = null;
      log.warn(
        { err: error },
        'the database could not be told that people are connected here; it is tried again',
      );
    }
  }

  return {
    announce() {
      announced ??= announce().catch((error: unknown) => {
        announced = null;
        throw error;
      });
      return announced;
    },
    async close() {
      clearInterval(beating);
      clearTimeout(settling);
      if (announced === null) return;
      await withdrawProcess(system, id).catch(() => undefined);
    },
  };
}
