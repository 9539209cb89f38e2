import { mondayOf, type Wall } from './time.ts';

/** The two people whose time the model knows; the index of their zone below. */
export type Owner = 0 | 1;
export const OWNERS: readonly Owner[] = [0, 1];

/** No zone changes its clocks between the two moments, so that the model needs no rules of daylight saving. */
export const ZONES = [
  { name: 'Europe/Berlin', minutes: 60 },
  { name: 'America/New_York', minutes: -300 },
] as const;
export const BEGIN = Date.parse('2026-01-14T12:00:00Z');
export const END = Date.parse('2026-02-28T00:00:00Z');

export const NOT_SET = '00000000-0000-0000-0000-000000000000';

/** Who writes: the person whose time it is, the other one, or an administrator. */
export type Actor = Owner | 'administrator';

/** What a worklog says. */
export interface Content {
  owner: Owner;
  start: Wall;
  seconds: number;
  item: number | null;
  comment: string;
  type: string;
}

export interface Entry extends Content {
  id: string;
  addedBy: Actor;
  isEditedByOwner: boolean;
  isDeleted: boolean;
}

/** 0 in progress, 1 Submitted, 2 Reopened, 3 Approved, 99 Closed (api.md 3.4). */
export type State = 0 | 1 | 2 | 3 | 99;

export interface Week {
  state: State;
  /** What a manager said by hand; null: the rule about age holds. */
  isLocked: boolean | null;
}

/** The settings that the test switches, named as in the API. */
export interface Rules {
  futureDays: number | null;
  workItemRequired: boolean;
  commentRequired: boolean;
  activityTypeRequired: boolean;
  noOverlap: boolean;
  lockAfterWeeks: number | null;
  approvalsEnabled: boolean;
  approvalInAdvance: boolean;
}

/** What every run begins with, but for the rule that is switched on in half of them. */
export const FIRST_RULES: Omit<Rules, 'noOverlap'> = {
  futureDays: 1,
  workItemRequired: false,
  commentRequired: false,
  activityTypeRequired: false,
  lockAfterWeeks: null,
  approvalsEnabled: true,
  approvalInAdvance: false,
};

/** A running track. */
export type Run = Omit<Content, 'owner' | 'seconds'>;

/** What the server should know: written from api.md and product.md, without a line of the server's own rules. */
export interface Model {
  /** Epoch milliseconds. */
  now: number;
  rules: Rules;
  entries: Entry[];
  /** By `weekKey`. */
  weeks: Map<string, Week>;
  runs: [Run | null, Run | null];
  /** Ids of the activity types that live, beside [Not Set]. */
  types: string[];
}

export function newModel(types: readonly string[], rules: Rules): Model {
  return {
    now: BEGIN,
    rules: { ...rules },
    entries: [],
    weeks: new Map(),
    runs: [null, null],
    types: [...types],
  };
}

/** What the owner's clock shows. */
export function wallNow({ now }: Pick<Model, 'now'>, owner: Owner): Wall {
  return now + ZONES[owner].minutes * 60_000;
}

/** The key of the week in which a wall time lies. */
export function weekKey(owner: Owner, wall: Wall): string {
  return `${owner} ${mondayOf(wall)}`;
}

export function weekOf({ weeks }: Pick<Model, 'weeks'>, owner: Owner, wall: Wall): Week {
  return weeks.get(weekKey(owner, wall)) ?? { state: 0, isLocked: null };
}

export function liveEntries({ entries }: Pick<Model, 'entries'>, owner: Owner): Entry[] {
  return entries.filter((entry) => entry.owner === owner && !entry.isDeleted);
}
