import type { SearchAnswer, TrackedWorkItem } from '@stint/contract';

/** Work items under the name of their group, such as "Assigned to me". */
export interface SuggestionGroup {
  readonly name: string;
  readonly workItems: readonly TrackedWorkItem[];
}

/** Gathers a search answer by group, in the order of the answer; an item that stands in several groups is kept in the first. */
export function groupSuggestions(found: SearchAnswer['workItems']): SuggestionGroup[] {
  const groups = new Map<string, TrackedWorkItem[]>();
  const seen = new Set<number>();
  for (const { groupName, workItem } of found) {
    if (seen.has(workItem.id)) continue;
    seen.add(workItem.id);
    groups.set(groupName, [...(groups.get(groupName) ?? []), workItem]);
  }
  return [...groups].map(([name, workItems]) => ({ name, workItems }));
}

/** All suggestions in the order in which the arrow keys pass them. */
export function flatten(groups: readonly SuggestionGroup[]): TrackedWorkItem[] {
  return groups.flatMap((group) => group.workItems);
}

/** The suggestion after (`step` 1) or before (-1) the active one; -1 stands for none, which is where the way round ends. */
export function nextActive(active: number, step: 1 | -1, count: number): number {
  if (active === -1) return step === 1 ? (count === 0 ? -1 : 0) : count - 1;
  const next = active + step;
  return next >= count ? -1 : next;
}

/** The suggestion that Enter takes without an arrow key: the one whose id was typed, else none (-1). */
export function exactMatch(text: string, workItems: readonly TrackedWorkItem[]): number {
  const id = /^#?(\d+)$/.exec(text.trim())?.[1];
  return id === undefined ? -1 : workItems.findIndex((workItem) => String(workItem.id) === id);
}

/** Where the arrow keys have led. */
export interface Moved {
  /** The id of the suggestion they led to; null for none. */
  readonly to: number | null;
  /** Steps (down 1, up -1) that were made before any suggestion was there; they count in those that come. */
  readonly early: number;
}

export const NOT_MOVED: Moved = { to: null, early: 0 };

/** The active suggestion: the one that the arrow keys led to, else the one whose id was typed, else none (-1). */
export function activeOf({ to, early }: Moved, text: string, workItems: readonly TrackedWorkItem[]): number {
  const moved = workItems.findIndex((workItem) => workItem.id === to);
  let active = moved === -1 ? exactMatch(text, workItems) : moved;
  const step = early < 0 ? -1 : 1;
  for (let left = Math.abs(early); left > 0; left -= 1) active = nextActive(active, step, workItems.length);
  return active;
}

/** Where one more arrow key leads. */
export function movedBy(
  moved: Moved,
  step: 1 | -1,
  text: string,
  workItems: readonly TrackedWorkItem[],
): Moved {
  if (workItems.length === 0) return { to: null, early: moved.early + step };
  const next = nextActive(activeOf(moved, text, workItems), step, workItems.length);
  return { to: workItems[next]?.id ?? null, early: 0 };
}
