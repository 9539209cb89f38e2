import type { WallDate } from '@stint/domain';
import type { ManagedWeek } from './managed-week.ts';

/** The weeks of several people that are the same days. */
export interface WeekGroup {
  readonly start: WallDate;
  readonly end: WallDate;
  readonly weeks: readonly ManagedWeek[];
  readonly lengthSeconds: number;
}

/** Weeks by their days, in the order they come in. */
export function groupByWeek(weeks: readonly ManagedWeek[]): WeekGroup[] {
  return [...Map.groupBy(weeks, ({ start }) => start).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const lengthSeconds = group.reduce((sum, week) => sum + week.lengthSeconds, 0);
    return [{ start: first.start, end: first.end, weeks: group, lengthSeconds }];
  });
}

/** The people of some weeks, by name. */
export function peopleOf(weeks: readonly ManagedWeek[]): ManagedWeek['person'][] {
  const people = new Map(weeks.map(({ person }) => [person.id, person]));
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
}
