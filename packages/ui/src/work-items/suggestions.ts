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
