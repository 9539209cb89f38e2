declare const brand: unique symbol;

/** A value that may not be mixed up with others of the same plain type. */
export type Branded<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A length of time in whole seconds. */
export type Seconds = Branded<number, 'Seconds'>;
/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Branded<number, 'Instant'>;
/** What a clock on the wall shows: `YYYY-MM-DDTHH:mm:ss`, with `.mmm` when the milliseconds are not zero. No zone. */
export type WallTime = Branded<string, 'WallTime'>;
/** A calendar day: `YYYY-MM-DD`. */
export type WallDate = Branded<string, 'WallDate'>;
/** The number of a work item in Azure DevOps. */
export type WorkItemId = Branded<number, 'WorkItemId'>;
/** The id of a person in Stint. */
export type UserId = Branded<string, 'UserId'>;

const LARGEST_WORK_ITEM_ID = 2_147_483_647;

/** Marks a number as seconds. Throws RangeError unless it is a whole number that a double holds exactly. */
export function seconds(value: number): Seconds {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of seconds`);
  return value as Seconds;
}

/** Marks a number as an instant (epoch milliseconds). Throws RangeError outside of what Date can hold. */
export function instant(value: number): Instant {
  if (!Number.isFinite(value) || Math.abs(value) > 8.64e15)
    throw new RangeError(`${value} is not an instant`);
  return Math.floor(value) as Instant;
}

/** Says whether a number can be the id of a work item: whole, positive, 32 bits, as in Azure DevOps. */
export function isWorkItemId(value: number): value is WorkItemId {
  return Number.isInteger(value) && value > 0 && value <= LARGEST_WORK_ITEM_ID;
}

/** Marks a number as a work item id. Throws RangeError where `isWorkItemId` says no. */
export function workItemId(value: number): WorkItemId {
  if (!isWorkItemId(value)) throw new RangeError(`${value} is not a work item id`);
  return value;
}

/** Marks a text as the id of a person. */
export function userId(value: string): UserId {
  return value as UserId;
}
