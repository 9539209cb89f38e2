import { isDeepStrictEqual } from 'node:util';
import type { HubState } from './invocation.ts';

/** The state a method may read and write, and what of it changed. */
export interface TrackedState {
  readonly values: Record<string, unknown>;
  /** The members that differ from what the client sent; undefined when none does. */
  changes(): HubState | undefined;
}

/** Tracks the state that came with a call; a removed member goes back as null. */
export function trackState(sent: HubState): TrackedState {
  // Most calls bring none, and a copy costs more than most calls.
  const before = Object.keys(sent).length === 0 ? sent : structuredClone(sent);
  const values: Record<string, unknown> = Object.assign(Object.create(null), sent);
  return { values, changes: () => differences(before, values) };
}

function differences(before: HubState, after: HubState): HubState | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}
