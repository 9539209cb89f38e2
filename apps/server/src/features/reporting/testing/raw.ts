import type { DemoGround } from './use-demo.ts';

type WorkLog = DemoGround['workLogs'][number];

/** Seconds of worklogs by what they are counted for. */
export function secondsBy(
  workLogs: readonly WorkLog[],
  keyOf: (workLog: WorkLog) => number | string | null,
  secondsOf: (workLog: WorkLog) => number = ({ seconds }) => seconds,
): Map<number | string, number> {
  const sums = new Map<number | string, number>();
  for (const workLog of workLogs) {
    const key = workLog.deleted_at === null ? keyOf(workLog) : null;
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + secondsOf(workLog));
  }
  return sums;
}

/** The ids of an item and of all below it, by the parents of the raw rows; a deleted item hides what is below it. */
export function withAllBelow(ground: Pick<DemoGround, 'workItems'>, id: number): number[] {
  const children = ground.workItems.filter((item) => item.parent_id === id && item.deleted_at === null);
  return [id, ...children.flatMap((child) => withAllBelow(ground, child.id))];
}

/** The sum over a list of keys. */
export function total(
  sums: ReadonlyMap<number | string, number>,
  keys: readonly (number | string)[],
): number {
  return keys.reduce<number>((sum, key) => sum + (sums.get(key) ?? 0), 0);
}

/** Ids in one order, as text. */
export function inOrder(ids: Iterable<string | number | boolean | null | undefined>): string[] {
  return [...ids].map(String).toSorted();
}
