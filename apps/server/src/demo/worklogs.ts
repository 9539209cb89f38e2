import { makeRandom } from '@stint/azure-devops-simulator';
import {
  addDays,
  addSeconds,
  type Instant,
  instant,
  seconds,
  startOfDay,
  toInstant,
  toWallTime,
  type WallDate,
} from '@stint/domain';
import type { Entry } from '../features/worklogs/entry.ts';
import type { ActivityName } from './activities.ts';
import { type DemoIds, subSeed } from './ids.ts';
import type { DemoMember } from './people.ts';
import { planDay, type PlannedWorklog } from './plan-day.ts';
import type { DemoWorkItem } from './work-items.ts';

export interface DemoYear {
  seed: number;
  ids: DemoIds;
  /** Nothing ends or was written down later. */
  now: Instant;
  /** The last day. */
  today: WallDate;
  members: readonly DemoMember[];
  workItems: readonly DemoWorkItem[];
  /** Ids of the activity types by their names. */
  activityTypes: ReadonlyMap<string, string>;
}

const DAYS = 365;
const ABSENCE = 0.08;
const ITEMS_A_WEEK = 6;

/**
 * Makes the worklogs of a year. What a person did on a day depends on the seed and that day only, so demos made on
 * different days agree wherever their years overlap.
 */
export function demoWorklogs(year: DemoYear): Entry[] {
  const days = Array.from({ length: DAYS }, (_, index) => addDays(year.today, index - DAYS + 1));
  const workable = year.workItems.filter(({ type }) => type === 'Task' || type === 'Bug');
  return days
    .filter((day) => weekdayOf(day) < 5)
    .flatMap((day) => year.members.flatMap((member) => worklogsOfDay(year, workable, member, day)))
    .filter(({ createdAt }) => createdAt <= year.now);
}

function worklogsOfDay(
  year: DemoYear,
  workable: readonly DemoWorkItem[],
  member: DemoMember,
  day: WallDate,
): Entry[] {
  const random = makeRandom(subSeed(year.seed, `${member.email} on ${day}`));
  if (random.chance(ABSENCE)) return [];
  return planDay(random, itemsOfWeek(year.seed, workable, member, day)).map((planned, index) =>
    entryOf(year, member, day, planned, index),
  );
}

/** The few items a person is at in one week. */
function itemsOfWeek(
  seed: number,
  workable: readonly DemoWorkItem[],
  member: DemoMember,
  day: WallDate,
): [DemoWorkItem, ...DemoWorkItem[]] {
  const monday = addDays(day, -weekdayOf(day));
  const random = makeRandom(subSeed(seed, `${member.email} in the week of ${monday}`));
  const [first, ...others] = workable;
  if (first === undefined) throw new Error('the demo has no tasks');
  const pick = () => random.pick([first, ...others]);
  return [pick(), ...Array.from({ length: ITEMS_A_WEEK - 1 }, pick)];
}

function entryOf(
  year: DemoYear,
  { id: personId, email, timeZone }: DemoMember,
  day: WallDate,
  planned: PlannedWorklog,
  index: number,
): Entry {
  const localStartedAt = addSeconds(startOfDay(day), seconds(planned.start));
  const startedAt = toInstant(localStartedAt, timeZone);
  const createdAt = instant(startedAt + planned.seconds * 1000);
  const localCreatedAt = toWallTime(createdAt, timeZone);
  return {
    id: year.ids.of(`worklog ${index} of ${email} on ${day}`, createdAt),
    personId,
    workItemId: planned.workItemId,
    activityTypeId: activityTypeId(year, planned.activity),
    comment: planned.comment,
    seconds: planned.seconds,
    billableSeconds: planned.billableSeconds,
    startedAt,
    localStartedAt,
    addedBy: personId,
    editedBy: personId,
    createdAt,
    localCreatedAt,
    editedAt: createdAt,
    localEditedAt: localCreatedAt,
    isTracked: planned.isTracked,
    isTrackedExtended: false,
    isChanged: false,
    isEditedByOwner: false,
    isImported: false,
    isFromApi: false,
    isBillable: planned.billableSeconds !== null,
    hasClockTime: true,
    isDeleted: false,
    version: 1,
  };
}

function activityTypeId({ activityTypes }: DemoYear, activity: ActivityName): string {
  const id = activityTypes.get(activity);
  if (id === undefined) throw new Error(`the demo has no activity type ${activity}`);
  return id;
}

/** 0 for Monday. */
function weekdayOf(day: WallDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
