import { randomUUID } from 'node:crypto';
import { createClient } from '@stint/client';
import { instant, type Instant } from '@stint/domain';
import { openJournal } from '../journal/journal.ts';
import { createOrganization, type Organization } from '../organizations/organization.ts';
import { emptyCopy } from '../organizations/server-copy.ts';
import type { Presence } from '../presence/presence.ts';
import { createWatch, type Watch } from '../presence/watch.ts';
import type { Subject } from '../subject.ts';
import { advance, beginTimeline, nowOf, synchronize, type Timeline } from '../time/timeline.ts';
import { createMemoryFiles } from './memory-files.ts';
import { createModelServer, NO_ACTIVITY } from './model-server.ts';

export const BEGIN = Date.UTC(2026, 2, 28, 21, 0, 0);

/** Seconds of the test without input that count as being away. */
export const IDLE_AFTER = 600;

/** What time is about in a test: only its comment tells it from others. */
export function about(comment: string): Subject {
  return { workItem: null, workItemId: null, comment, activityTypeId: NO_ACTIVITY, isBillable: null };
}

/** One organization of the app on a fake computer with a model server: time passes only when told to. */
export async function createWorld(options: { readonly stopsOnLock?: boolean } = {}) {
  let time = BEGIN;
  let setBack = 0;
  let slept = 0;
  let lastInput = BEGIN;
  let presence: Presence = { kind: 'here' };
  let copy = emptyCopy('Europe/Berlin');
  let correction = 0;
  const timers = new Set<{ at: number; call: () => void }>();
  const folder = createMemoryFiles();
  const server = createModelServer(() => instant(time));
  let timeline: Timeline;
  const reading = () => ({ wall: time - setBack, steady: time - slept });
  const now = (): Instant => {
    const step = advance(timeline, reading());
    timeline = step.timeline;
    correction = timeline.correction;
    return step.now;
  };
  let organization: Organization;
  let watch: Watch;

  let generation = 0;
  /** What a killed app had begun never comes back to it, and nothing more of it happens. */
  function ofThisLife<Args extends unknown[], T>(act: (...args: Args) => Promise<T>) {
    const life = generation;
    return async (...args: Args): Promise<T> => {
      const isDead = () => life !== generation;
      const result = isDead() ? await never<T>() : await act(...args);
      return isDead() ? never<T>() : result;
    };
  }

  async function open(): Promise<void> {
    generation += 1;
    timeline = { ...beginTimeline(reading()), correction };
    timers.clear();
    const { journal } = await openJournal(
      { ...folder.port, append: ofThisLife(folder.port.append), replace: ofThisLife(folder.port.replace) },
      'journal',
    );
    organization = createOrganization({
      client: createClient({ baseUrl: 'http://model', version: '3.2', fetch: ofThisLife(server.fetch) }),
      journal,
      copy,
      saveCopy: (next) => {
        copy = next;
      },
      presence,
      savePresence: (next) => {
        presence = next;
      },
      clock: {
        after: (milliseconds, call) => {
          const timer = { at: time + milliseconds, call };
          timers.add(timer);
          return () => timers.delete(timer);
        },
      },
      now,
      newId: randomUUID,
      random: () => 0.5,
      settings: () => ({ idleAfter: IDLE_AFTER, stopsOnLock: options.stopsOnLock === true }),
      changed: () => undefined,
    });
    watch = createWatch(organization, now);
    await organization.refresh();
  }

  async function fire(): Promise<void> {
    const due = [...timers].filter(({ at }) => at <= time);
    for (const timer of due) {
      timers.delete(timer);
      timer.call();
    }
    await settle();
  }

  /** Waits until the app does nothing by itself any more. */
  async function settle(): Promise<void> {
    await organization.wake();
    await organization.wake();
  }

  await open();
  return {
    server,
    folder,
    time: () => time,
    now,
    stopsOnLock: options.stopsOnLock === true,
    organization: () => organization,
    settle,
    /** Lets seconds pass; with `isUsed` somebody types all the while. */
    pass: async (seconds: number, { isUsed = true }: { readonly isUsed?: boolean } = {}) => {
      const end = time + Math.round(seconds * 1000);
      while (time < end) {
        time = Math.min(end, time + 20_000);
        if (isUsed) lastInput = time;
        await watch.look((time - lastInput) / 1000);
        await fire();
      }
    },
    /** The computer sleeps: no code runs, and the steady clock stands still. */
    sleep: async (seconds: number, { isTold = true }: { readonly isTold?: boolean } = {}) => {
      if (isTold) await organization.tell('suspended', (time - lastInput) / 1000);
      time += Math.round(seconds * 1000);
      slept += Math.round(seconds * 1000);
      if (isTold) await organization.tell('resumed', (time - lastInput) / 1000);
      await watch.look((time - lastInput) / 1000);
      await fire();
    },
    lock: () => organization.tell('locked', (time - lastInput) / 1000),
    unlock: () => {
      lastInput = time;
      return organization.tell('unlocked', 0);
    },
    /** Somebody comes back and touches the mouse. */
    touch: async () => {
      lastInput = time;
      await watch.look(0);
      await settle();
    },
    setClockBack: (seconds: number) => {
      setBack += Math.round(seconds * 1000);
      now();
    },
    hearServerTime: () => {
      now();
      timeline = synchronize(timeline, time);
      correction = timeline.correction;
      return nowOf(timeline);
    },
    /** The app is killed; of what was not made durable, a share survives. It starts again at once. */
    kill: async (keepsShare = 1) => {
      generation += 1;
      organization.close();
      folder.crash(keepsShare);
      await open();
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
