import { type Static, Type } from 'typebox';
import { Guid, TimeOfDay } from './common.ts';
import { RoleName } from './people.ts';

const OptionalSeconds = (description: string, fallback: number | null) =>
  OrNullWith(Type.Integer({ minimum: 1, maximum: 31_622_400 }), description, fallback);

function OrNullWith<Schema extends ReturnType<typeof Type.Integer> | ReturnType<typeof Type.String>>(
  schema: Schema,
  description: string,
  fallback: number | string | null,
) {
  return Type.Union([schema, Type.Null()], { description, default: fallback });
}

function OneOf<const Names extends readonly string[]>(
  names: Names,
  description: string,
  fallback: Names[number],
) {
  return Type.Unsafe<Names[number]>({
    anyOf: names.map((name) => ({ const: name, type: 'string' })),
    description,
    default: fallback,
  });
}

/** The same, or null. */
function OneOfOrNull<const Names extends readonly string[]>(
  names: Names,
  description: string,
  fallback: Names[number] | null,
) {
  return Type.Unsafe<Names[number] | null>({
    anyOf: [...names.map((name) => ({ const: name, type: 'string' })), { type: 'null' }],
    description,
    default: fallback,
  });
}

const Flag = (description: string, fallback: boolean) => Type.Boolean({ description, default: fallback });

const Names = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 256 }), { maxItems: 200, description, default: [] });

/** How lengths are written: hours with one or two decimals, or hours and minutes (rounded up) with or without seconds. */
const durationFormats = ['0.0', '0.00', 'HH:MM:SS', 'HH:MM'] as const;

/** The presets of requests per person (api.md 3.5). */
const quotaNames = ['open', 'standard', 'free', 'off'] as const;

/** What the Add Time dialog asks for. */
const addTimeModes = ['duration', 'fromTo', 'both'] as const;

const operations = ['active', 'maintenance', 'readOnly'] as const;

const Locale = Type.String({
  minLength: 2,
  maxLength: 35,
  pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
  title: 'A language tag such as en or de-CH',
});

/** `YYYY-MM-DD`. */
export const DateText = Type.String({
  pattern: String.raw`^\d{4}-\d\d-\d\d$`,
  title: 'A date such as 2026-03-02',
});

/** The rules of one organization; every length is seconds unless it says otherwise, null switches a rule off (product.md, Settings). */
export const OrganizationSettings = Type.Object({
  operation: OneOf(
    operations,
    'Maintenance answers ApiDisabled to all but administrators’ settings; readOnly refuses writes',
    'active',
  ),
  operationMessage: Type.String({ maxLength: 500, description: 'Shown while not active', default: '' }),
  quota: OneOfOrNull(quotaNames, 'Requests per person; null is the installation’s', null),

  durationFormat: OneOf(durationFormats, 'How lengths are shown', 'HH:MM'),
  firstDayOfWeek: Type.Integer({ minimum: 0, maximum: 6, description: '0 is Sunday, 1 Monday', default: 1 }),
  firstWeek: OneOf(
    ['firstFourDays', 'firstDay', 'firstFullWeek'],
    'Which week is the first of a year',
    'firstFourDays',
  ),
  locale: Type.Unsafe<string>({ ...Locale, description: 'How dates and numbers are written', default: 'en' }),
  timeZone: Type.String({
    minLength: 1,
    maxLength: 64,
    description: 'IANA name; of people who have none of their own',
    default: 'UTC',
  }),

  futureDays: OrNullWith(
    Type.Integer({ minimum: 0, maximum: 366 }),
    'Days beyond today for which time may be booked; null allows any',
    1,
  ),
  closedWorkItemGraceHours: OrNullWith(
    Type.Integer({ minimum: 0, maximum: 87_600 }),
    'Hours after which a closed work item takes no time; null allows any',
    null,
  ),
  workItemRequired: Flag('Time needs a work item', false),
  commentRequired: Flag('Time needs a comment', false),
  activityTypeRequired: Flag('Time needs an activity type other than [Not Set]', false),
  searchProjects: Names('Search finds work items of these projects only; empty finds all'),
  searchStates: Names('Search finds work items in these states only; empty finds all'),
  searchTypes: Names('Search finds work items of these types only; empty finds all'),
  addTimeMode: OneOf(addTimeModes, 'What the Add Time dialog asks for', 'both'),
  othersTimeEditor: Type.Unsafe<RoleName>({
    ...RoleName,
    description: 'The least role that may add and change the time of others',
    default: 'Administrator',
  }),
  billableByDefault: Flag('Time is billable unless it says otherwise', false),
  noOverlap: Flag('A person’s entries may not overlap by more than a minute', false),
  roundingMinutes: OrNullWith(
    Type.Integer({ minimum: 1, maximum: 60 }),
    'Views and exports round to so many minutes; stored seconds stay',
    null,
  ),
  roundingMode: OneOf(['up', 'nearest', 'down'], 'Which way views and exports round', 'nearest'),
  keepWrittenWallClock: Flag(
    'A time sent with an offset keeps its wall clock as written, instead of being moved to the owner’s zone',
    false,
  ),
  longestTrack: OptionalSeconds('Seconds of the longest single track and worklog; null allows any', null),
  leastLength: Type.Integer({
    minimum: 0,
    maximum: 86_400,
    description: 'Seconds; shorter tracks are dropped',
    default: 0,
  }),
  activityCheckEvery: OptionalSeconds(
    'Seconds after which a track asks whether the person is still there; null never asks',
    null,
  ),
  activityCheckAnswerWithin: Type.Integer({
    minimum: 5,
    maximum: 86_400,
    description: 'Seconds to answer that',
    default: 300,
  }),
  connectionGrace: OptionalSeconds(
    'Seconds of silence after which a track of a pinging client is stopped; null never stops it',
    300,
  ),
  idleCheckEvery: OptionalSeconds(
    'Seconds after which a person who tracks nothing is reminded; null never reminds',
    null,
  ),

  activityTypesEnabled: Flag('Activity types are in use', true),
  membersSeeOthersTime: Flag('The role Team sees everyone’s time', false),

  approvalsEnabled: Flag('Weeks can be submitted', true),
  approvalStartDate: OrNullWith(
    DateText,
    'Weeks before are not approved; null is a year and a day back',
    null,
  ),
  approvalInAdvance: Flag('A week may be submitted before it has begun', false),
  lockAfterWeeks: OrNullWith(
    Type.Integer({ minimum: 1, maximum: 520 }),
    'Weeks lock themselves so many weeks after their end',
    null,
  ),

  budgetThresholds: Type.Array(Type.Integer({ minimum: 1, maximum: 1000 }), {
    maxItems: 20,
    description: 'Percent of a budget’s planned time at which it raises an event',
    default: [50, 75, 90, 100],
  }),

  reminderDailyLength: OptionalSeconds(
    'Seconds of a working day; who tracked less gets a mail on the next one; null sends none',
    null,
  ),
  reminderWeeklyLength: OptionalSeconds(
    'Seconds of a week; who tracked less gets a mail on the Monday after; null sends none',
    null,
  ),
  reminderUnsubmitted: Flag('Who has not submitted last week gets a mail on Monday', false),
  reminderTime: Type.String({
    ...TimeOfDay,
    description: 'When these mails go out, by the clock of who gets them; HH:MM',
    default: '09:00',
  }),
  managerDigest: Flag(
    'Approval managers get a mail on Monday: weeks that wait, and weeks not submitted',
    false,
  ),
  budgetMail: Flag('The role Budget gets a mail when a budget reaches a threshold', true),
});

export type OrganizationSettings = Static<typeof OrganizationSettings>;

/** What a person chooses for themselves; null means as the organization has it. */
export const PersonSettings = Type.Object({
  durationFormat: OneOfOrNull(durationFormats, 'How lengths are shown', null),
  locale: OrNullWith(Locale, 'How dates and numbers are written', null),
  timeZone: Type.String({ minLength: 1, maxLength: 64, description: 'IANA name', default: 'UTC' }),
  defaultActivityTypeId: OrNullWith(Guid, 'Of time that names no activity type', null),
  favouriteActivityTypeIds: Type.Array(Guid, {
    maxItems: 100,
    description: 'Activity types to offer first',
    default: [],
  }),
  mailReminders: Flag('Reminders, digests and warnings by mail', true),
  addTimeMode: OneOfOrNull(addTimeModes, 'What the Add Time dialog asks for', null),
  firstStepsClosed: Flag('The first steps of a new organization are not shown any more', false),
});

export type PersonSettings = Static<typeof PersonSettings>;

/** The settings of a new organization. */
export const defaultSettings: OrganizationSettings = Object.fromEntries(
  Object.entries(OrganizationSettings.properties).map(([name, schema]) => [
    name,
    (schema as { default?: unknown }).default ?? null,
  ]),
) as unknown as OrganizationSettings;

/** The settings as `GET /settings` answers them; `about` is what a page needs beside them, and ignored when sent back. */
export const ShownSettings = Type.Object({
  ...OrganizationSettings.properties,
  about: Type.Object({
    version: Type.Integer({ description: 'The ETag’s number' }),
    defaults: OrganizationSettings,
    installationQuota: OneOf(quotaNames, 'What holds while `quota` is null', 'open'),
  }),
});

export type ShownSettings = Static<typeof ShownSettings>;

/** Settings to change; names that are not known are refused. */
export const SettingsChange = Type.Object(
  {
    ...Type.Partial(OrganizationSettings).properties,
    about: Type.Optional(Type.Unknown({ description: 'Ignored: what GET answered may be sent back' })),
  },
  { additionalProperties: false },
);

/** A person's settings to change; names that are not known are refused. */
export const PersonSettingsChange = Type.Partial(PersonSettings, { additionalProperties: false });

/** A person's settings as they chose them, and as they hold: what they left to the organization is filled in. */
export const OwnAndEffectiveSettings = Type.Object({
  own: PersonSettings,
  effective: Type.Object({
    durationFormat: OrganizationSettings.properties.durationFormat,
    locale: OrganizationSettings.properties.locale,
    timeZone: PersonSettings.properties.timeZone,
    firstDayOfWeek: OrganizationSettings.properties.firstDayOfWeek,
    firstWeek: OrganizationSettings.properties.firstWeek,
    defaultActivityTypeId: Guid,
    favouriteActivityTypeIds: PersonSettings.properties.favouriteActivityTypeIds,
    addTimeMode: OrganizationSettings.properties.addTimeMode,
  }),
});

export type OwnAndEffectiveSettings = Static<typeof OwnAndEffectiveSettings>;

/** Whether everybody works, and what they are told if not. */
export const OperationState = Type.Object({
  operation: OrganizationSettings.properties.operation,
  message: OrganizationSettings.properties.operationMessage,
});
