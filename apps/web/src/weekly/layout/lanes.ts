/** What stands in a column: from and to in seconds since midnight. */
export interface Spread {
  readonly from: number;
  readonly to: number;
}

/** Where something stands beside what overlaps it: lane `lane` of `lanes`, over `span` of them. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
  readonly span: number;
}

/**
 * Gives a lane to each, in the order given, so that nothing covers anything else: what overlaps stands side by side, earlier and
 * longer ones at the left, and each is as wide as there is room. Touching is no overlap.
 */
export function lanesOf(spreads: readonly Spread[]): Lane[] {
  const inOrder = spreads
    .map((spread, index) => ({ ...spread, index, lane: 0 }))
    .sort((a, b) => a.from - b.from || b.to - a.to || a.index - b.index);
  const lanes: Lane[] = [];
  let group: typeof inOrder = [];
  let groupEnd = Number.NEGATIVE_INFINITY;
  const close = () => {
    const count = Math.max(0, ...group.map(({ lane }) => lane + 1));
    for (const each of group)
      lanes[each.index] = { lane: each.lane, lanes: count, span: roomOf(each, group, count) };
  };
  for (const next of inOrder) {
    if (next.from >= groupEnd) {
      close();
      group = [];
      groupEnd = Number.NEGATIVE_INFINITY;
    }
    next.lane = firstFree(next, group);
    group.push(next);
    groupEnd = Math.max(groupEnd, next.to);
  }
  close();
  return lanes;
}

interface Laid extends Spread {
  readonly lane: number;
}

function overlap(a: Spread, b: Spread): boolean {
  return a.from < b.to && b.from < a.to;
}

function firstFree(next: Spread, group: readonly Laid[]): number {
  const taken = new Set(group.filter((each) => overlap(each, next)).map(({ lane }) => lane));
  let lane = 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}

/** How many lanes to the right are free beside it, and its own. */
function roomOf(block: Laid, group: readonly Laid[], count: number): number {
  const next = group.filter((each) => each.lane > block.lane && overlap(each, block));
  return Math.min(count, ...next.map(({ lane }) => lane)) - block.lane;
}
