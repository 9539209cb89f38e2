import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** Instant that the ids of everything but worklogs begin with. */
const BEGINNING = Date.UTC(2025, 0, 1);

/** Makes the demo's ids: UUIDs of version 7, always the same for the same seed and name. */
export interface DemoIds {
  /** `at`, in epoch milliseconds, is the time part of the id, so that newer worklogs have greater ids. */
  of(name: string, at?: number): string;
}

/** The ids of the demo with this seed. */
export function demoIds(seed: number): DemoIds {
  return {
    of: (name, at = BEGINNING) => v7({ msecs: at, random: digest(seed, name), seq: 0 }),
  };
}

/** A number for a generator of its own, so that one part of the demo does not move another one. */
export function subSeed(seed: number, name: string): number {
  return digest(seed, name).readUInt32BE();
}

function digest(seed: number, name: string): Buffer {
  return createHash('sha256').update(`stint demo ${seed} ${name}`).digest();
}
