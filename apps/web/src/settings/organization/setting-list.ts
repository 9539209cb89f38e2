import type { OrganizationSettings } from '@stint/contract';

export type SettingName = keyof OrganizationSettings;

/** The names of settings whose values are of one type. */
type NamesOf<Value> = {
  [Name in SettingName]: [OrganizationSettings[Name]] extends [Value] ? Name : never;
}[SettingName];

export type FlagName = Exclude<NamesOf<boolean>, 'activityTypesEnabled'>;
export type NamesName = NamesOf<string[]>;
export type ChoiceName =
  | 'durationFormat'
  | 'firstDayOfWeek'
  | 'firstWeek'
  | 'locale'
  | 'timeZone'
  | 'addTimeMode'
  | 'othersTimeEditor'
  | 'roundingMode'
  | 'quota';
export type NumberName =
  | 'futureDays'
  | 'closedWorkItemGraceHours'
  | 'roundingMinutes'
  | 'longestTrack'
  | 'leastLength'
  | 'activityCheckEvery'
  | 'activityCheckAnswerWithin'
  | 'connectionGrace'
  | 'idleCheckEvery'
  | 'lockAfterWeeks'
  | 'reminderDailyLength'
  | 'reminderWeeklyLength';

/** What a number counts as one types it. */
export type Unit = 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks';

interface FlagSetting {
  readonly kind: 'flag';
  readonly name: FlagName;
}

interface ChoiceSetting {
  readonly kind: 'choice';
  readonly name: ChoiceName;
}

/** A number; stored as `scale` times what is typed. Bounds are of what is stored and those of the contract. */
export interface NumberSetting {
  readonly kind: 'number';
  readonly name: NumberName;
  readonly unit: Unit;
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  /** What is stored when one switches it on; null where it cannot be switched off. */
  readonly firstValue: number | null;
}

interface NamesSetting {
  readonly kind: 'names';
  readonly name: NamesName;
}

interface DateSetting {
  readonly kind: 'date';
  readonly name: 'approvalStartDate';
}

interface TimeSetting {
  readonly kind: 'time';
  readonly name: 'reminderTime';
}

interface PercentsSetting {
  readonly kind: 'percents';
  readonly name: 'budgetThresholds';
}

/** One setting of the organization as a page shows it. */
export type Setting =
  | FlagSetting
  | ChoiceSetting
  | NumberSetting
  | NamesSetting
  | DateSetting
  | TimeSetting
  | PercentsSetting;

const YEAR_SECONDS = 31_622_400;
const flag = (name: FlagName): Setting => ({ kind: 'flag', name });
const choice = (name: ChoiceName): Setting => ({ kind: 'choice', name });
const names = (name: NamesName): Setting => ({ kind: 'names', name });
const number = (
  name: NumberName,
  unit: Unit,
  scale: number,
  [min, max]: readonly [number, number],
  firstValue: number | null,
): Setting => ({ kind: 'number', name, unit, scale, min, max, firstValue });

/** Rules > Tracking details: what must be said with time. */
export const ENTRY_RULES: readonly Setting[] = [
  flag('workItemRequired'),
  flag('commentRequired'),
  flag('activityTypeRequired'),
  flag('billableByDefault'),
  choice('addTimeMode'),
];

/** Rules > Tracking details: when time may lie, and whose. */
export const TIME_RULES: readonly Setting[] = [
  number('futureDays', 'days', 1, [0, 366], 1),
  number('closedWorkItemGraceHours', 'hours', 1, [0, 87_600], 24),
  flag('noOverlap'),
  number('longestTrack', 'hours', 3600, [1, YEAR_SECONDS], 43_200),
  choice('othersTimeEditor'),
  flag('keepWrittenWallClock'),
];

/** Rules > Tracking details: the running clock. */
export const CLOCK_RULES: readonly Setting[] = [
  number('leastLength', 'seconds', 1, [0, 86_400], null),
  number('activityCheckEvery', 'minutes', 60, [1, YEAR_SECONDS], 7200),
  number('activityCheckAnswerWithin', 'seconds', 1, [5, 86_400], null),
  number('connectionGrace', 'minutes', 60, [1, YEAR_SECONDS], 300),
  number('idleCheckEvery', 'minutes', 60, [1, YEAR_SECONDS], 1800),
];

/** Rules > Tracking details: which work items are found. */
export const SEARCH_RULES: readonly Setting[] = [
  names('searchProjects'),
  names('searchTypes'),
  names('searchStates'),
];

/** Rules > Tracking details: rounding of what is shown. */
export const ROUNDING_RULES: readonly Setting[] = [
  number('roundingMinutes', 'minutes', 1, [1, 60], 15),
  choice('roundingMode'),
];

/** Formats and week. */
export const FORMAT_SETTINGS: readonly Setting[] = [
  choice('durationFormat'),
  choice('locale'),
  choice('timeZone'),
];
export const WEEK_SETTINGS: readonly Setting[] = [choice('firstDayOfWeek'), choice('firstWeek')];

export const APPROVAL_SETTINGS: readonly Setting[] = [
  flag('approvalsEnabled'),
  { kind: 'date', name: 'approvalStartDate' },
  flag('approvalInAdvance'),
  number('lockAfterWeeks', 'weeks', 1, [1, 520], 4),
];

export const PRIVACY_SETTINGS: readonly Setting[] = [flag('membersSeeOthersTime')];

export const REMINDER_SETTINGS: readonly Setting[] = [
  number('reminderDailyLength', 'hours', 3600, [1, YEAR_SECONDS], 28_800),
  number('reminderWeeklyLength', 'hours', 3600, [1, YEAR_SECONDS], 144_000),
  flag('reminderUnsubmitted'),
  { kind: 'time', name: 'reminderTime' },
];

export const NOTICE_SETTINGS: readonly Setting[] = [
  flag('managerDigest'),
  flag('budgetMail'),
  { kind: 'percents', name: 'budgetThresholds' },
];

export const QUOTA_SETTINGS: readonly Setting[] = [choice('quota')];
