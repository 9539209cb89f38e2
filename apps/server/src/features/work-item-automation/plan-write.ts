import {
  COMPLETED_WORK,
  holdsHours,
  hoursOfField,
  REMAINING_WORK,
  remainingAfter,
  type Seconds,
} from '@stint/domain';

/** What there is to know before a work item is written. */
export interface Wanted {
  /** What the work item holds, by reference name. */
  fields: Readonly<Record<string, unknown>>;
  /** Whether items of its type have a field. */
  has: (field: string) => boolean;
  reducesRemaining: boolean;
  setsCompleted: boolean;
  /** Booked, but not yet taken off Remaining Work. */
  owed: Seconds;
  /** Seconds. */
  overrun: number;
  /** Everything booked on it. */
  booked: Seconds;
}

/** What is to be written; without fields nothing differs. */
export interface Plan {
  fields: Record<string, number>;
  /** Seconds. */
  overrun: number;
  /** Whether fields are wanted and its type has none of them. */
  isWithoutField: boolean;
}

/** What makes a work item show what was booked: only fields that its type has, and only where they differ. */
export function planWrite(wanted: Wanted): Plan {
  const { fields, has, booked } = wanted;
  const reduces = wanted.reducesRemaining && has(REMAINING_WORK);
  const completes = wanted.setsCompleted && has(COMPLETED_WORK);
  const isWanted = wanted.reducesRemaining || wanted.setsCompleted;
  const plan: Plan = { fields: {}, overrun: 0, isWithoutField: isWanted && !reduces && !completes };
  if (reduces) {
    const { hours, overrun } = remainingOf(wanted);
    plan.overrun = overrun;
    if (hours !== null && !holdsHours(fields[REMAINING_WORK], hours)) plan.fields[REMAINING_WORK] = hours;
  }
  const completed = hoursOfField(booked);
  if (completes && !holdsHours(fields[COMPLETED_WORK] ?? 0, completed))
    plan.fields[COMPLETED_WORK] = completed;
  return plan;
}

/** Nothing owed changes nothing, also where a field holds what it should not. */
function remainingOf({ fields, owed, overrun }: Wanted) {
  const value = fields[REMAINING_WORK];
  const hours = typeof value === 'number' ? value : null;
  return owed === 0 ? { hours, overrun } : remainingAfter({ hours, overrun }, owed);
}
