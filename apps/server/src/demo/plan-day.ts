import type { Random } from '@stint/azure-devops-simulator';
import { activities, type ActivityName, comments } from './activities.ts';
import type { DemoWorkItem } from './work-items.ts';

/** One worklog of a day, without its date. */
export interface PlannedWorklog {
  /** Seconds from midnight by the person's wall clock. */
  start: number;
  seconds: number;
  activity: ActivityName;
  workItemId: number | null;
  comment: string;
  /** Measured with the clock; otherwise written down in quarters of an hour. */
  isTracked: boolean;
  billableSeconds: number | null;
}

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const USUAL_DAY = 7.75 * HOUR;

/** Plans the worklogs of one working day of about 7¾ hours: one after the other, with a break at noon. */
export function planDay(random: Random, items: readonly [DemoWorkItem, ...DemoWorkItem[]]): PlannedWorklog[] {
  const count = random.pick([2, 3, 3, 4, 4, 5]);
  const isTracker = random.chance(0.5);
  const planned: PlannedWorklog[] = [];
  let clock = random.between(7.75 * HOUR, 9.5 * HOUR);
  for (let index = 0; index < count; index += 1) {
    const isTracked = random.chance(isTracker ? 0.9 : 0.1);
    const length = random.between((0.6 * USUAL_DAY) / count, (1.4 * USUAL_DAY) / count);
    const start = isTracked ? clock : roundUp(clock);
    const seconds = isTracked ? length : roundUp(length);
    planned.push({ start, seconds, isTracked, ...subject(random, items, seconds) });
    clock = start + seconds + random.between(0, 20 * MINUTE);
    if (index === Math.floor((count - 1) / 2)) clock += random.between(30 * MINUTE, HOUR);
  }
  return planned;
}

function subject(random: Random, items: readonly [DemoWorkItem, ...DemoWorkItem[]], seconds: number) {
  const activity = random.pick(activities);
  const item = random.chance(activity === 'Meeting' ? 0.4 : 0.95) ? random.pick(items) : null;
  const isBillable = random.chance(item?.project === 'Borealis' ? 0.7 : 0.15);
  return {
    activity,
    workItemId: item?.id ?? null,
    // Worklogs without a work item must say what they are about.
    comment: item === null || random.chance(0.6) ? random.pick(comments[activity]) : '',
    billableSeconds: isBillable ? billable(random, seconds) : null,
  };
}

/** Mostly everything, now and then some quarters of an hour less. */
function billable(random: Random, seconds: number): number {
  return random.chance(0.9) ? seconds : Math.floor((seconds * 0.75) / QUARTER) * QUARTER;
}

function roundUp(seconds: number): number {
  return Math.ceil(seconds / QUARTER) * QUARTER;
}
