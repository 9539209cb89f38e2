import { allOf } from './addresses.ts';
import type { Group } from './groups.ts';

/** Worklogs one below the other: all of a condition, in the order of the view. */
export interface Run {
  readonly kind: 'rows';
  readonly condition: string;
  readonly count: number;
  /** How many groups are around them. */
  readonly level: number;
}

export interface GroupLine {
  readonly kind: 'group';
  readonly group: Group;
  readonly level: number;
  readonly isOpen: boolean;
}

type Part = (Run | GroupLine) & { readonly start: number };

/** The lines of the grid, without one object for each: group lines, and runs of worklogs between them. */
export interface Lines {
  readonly parts: readonly Part[];
  readonly count: number;
}

/** One line: of a group, or the worklog at `offset` of a run. */
export type Line = GroupLine | { readonly kind: 'row'; readonly run: Run; readonly offset: number };

/** The lines of an ungrouped view. */
export function flatLines(condition: string, count: number): Lines {
  if (count === 0) return { parts: [], count: 0 };
  return { parts: [{ kind: 'rows', condition, count, level: 0, start: 0 }], count };
}

/** The lines of a grouped view; `open` holds the paths of groups whose content is shown. */
export function groupedLines(groups: readonly Group[], open: ReadonlySet<string>, condition: string): Lines {
  const parts: Part[] = [];
  let count = 0;
  const add = (part: Run | GroupLine, length: number) => {
    parts.push({ ...part, start: count });
    count += length;
  };
  const visit = (group: Group, level: number) => {
    const isOpen = open.has(group.path);
    add({ kind: 'group', group, level, isOpen }, 1);
    if (!isOpen) return;
    for (const child of group.children) visit(child, level + 1);
    if (group.children.length > 0) return;
    const all = allOf([condition, ...group.conditions]);
    add({ kind: 'rows', condition: all, count: group.sums.count, level: level + 1 }, group.sums.count);
  };
  for (const group of groups) visit(group, 0);
  return { parts, count };
}

/** The line at an index; undefined outside. */
export function lineAt({ parts, count }: Lines, index: number): Line | undefined {
  if (index < 0 || index >= count) return undefined;
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const part = parts[low];
  if (!part) return undefined;
  return part.kind === 'group' ? part : { kind: 'row', run: part, offset: index - part.start };
}

/** The runs that lie between two lines, both in it, with the offsets of the first and the last in each. */
export function runsBetween(
  lines: Lines,
  from: number,
  to: number,
): { readonly run: Run; readonly first: number; readonly last: number }[] {
  return lines.parts.flatMap((part) => {
    if (part.kind !== 'rows') return [];
    const first = Math.max(from, part.start) - part.start;
    const last = Math.min(to, part.start + part.count - 1) - part.start;
    return first <= last ? [{ run: part, first, last }] : [];
  });
}
