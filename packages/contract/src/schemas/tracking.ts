import { type Static, Type } from 'typebox';
import { FreeText, Guid, OrNull, WorkItemNumber } from './common.ts';
import { COMMENT_LIMIT } from './work-logs.ts';

/** Wall time with exactly seven fraction digits and no zone (api.md 4). */
const SevenDigitTime = Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$` });

export const TrackedWorkItem = Type.Object({
  id: WorkItemNumber,
  title: Type.String(),
  color: Type.String(),
  teamProject: Type.String(),
  type: Type.String(),
  workItemLink: Type.String(),
  effort: OrNull(Type.Number()),
  parent: OrNull(
    Type.Object({ id: WorkItemNumber, title: Type.String(), type: Type.String(), color: Type.String() }),
  ),
});

/** Names for versions 3.x, numbers for 2.1. */
const TrackingState = Type.Union([
  Type.Literal('tracking'),
  Type.Literal('idle'),
  Type.Literal('idleCheck'),
  Type.Literal('activityCheck'),
  Type.Literal('clientInputRequired'),
  Type.Integer({ minimum: 0, maximum: 4 }),
]);

/** Not bounded: the totals of a team over years exceed what one worklog may hold. */
const Length = Type.Integer({ description: 'Whole seconds' });

/** The track of one person; all lengths in seconds. */
export const Track = Type.Object({
  tfsId: OrNull(WorkItemNumber),
  remark: Type.String(),
  activityTypeId: Guid,
  workItem: OrNull(TrackedWorkItem),
  trackingState: TrackingState,
  stoppedTrackType: Type.Integer({ minimum: 0, maximum: 6 }),
  activityCheck: Type.Object({ isRunning: Type.Boolean(), secondsLeft: Length }),
  currentTrackLength: Length,
  totalMeTodayLength: Length,
  totalMeLength: Length,
  totalTeamLength: Length,
  trackAdjustmentLength: Length,
  currentTrackStartedDateTime: OrNull(SevenDigitTime),
  trackStatusChangeDate: OrNull(SevenDigitTime),
  trackTimeZone: Type.Integer(),
  workLogId: OrNull(Guid),
});

export const TrackSettings = Type.Object({
  isTrackingStartAllowed: Type.Boolean(),
  responseState: Type.Union([
    Type.Literal('OK'),
    Type.Literal('Warning'),
    Type.Literal('Error'),
    Type.Literal('AuthError'),
  ]),
  responseMessage: OrNull(Type.String()),
});

export const ClientSettings = Type.Object({
  activityType: Type.Object({
    isEnabled: Type.Boolean(),
    defaultActivity: Guid,
    activityTypes: Type.Array(
      Type.Object({
        id: Guid,
        color: Type.String(),
        name: Type.String(),
        isDefault: Type.Boolean(),
        isNotSet: Type.Boolean(),
      }),
    ),
  }),
  userInfo: Type.Object({
    userId: Guid,
    userName: Type.String(),
    userUniqueName: Type.String(),
    encodedImage: OrNull(Type.String()),
    applicationVersion: Type.String(),
    teamServicesUrl: OrNull(Type.String()),
    projectId: OrNull(Type.String()),
  }),
  /** .NET ticks. */
  timestamp: Type.Number(),
});

const stateFields = {
  track: Track,
  trackSettings: TrackSettings,
  settings: ClientSettings,
  timestamp: Type.Number(),
};

/** What every tracking call answers: the same object at the top level and under `data` (api.md 4). */
export const TrackingAnswer = Type.Object({ ...stateFields, data: Type.Object(stateFields) });

export const TrackAnswer = Type.Object({ ...Track.properties, data: Track });

const LatestWorkLog = Type.Object({
  id: Guid,
  remark: Type.String(),
  startTime: SevenDigitTime,
  endTime: SevenDigitTime,
  periodLength: Length,
  activityTypeId: Guid,
  workItem: OrNull(TrackedWorkItem),
});

const latestFields = { count: Type.Integer(), workLogs: Type.Array(LatestWorkLog) };
export const LatestAnswer = Type.Object({ ...latestFields, data: Type.Object(latestFields) });

const searchFields = {
  query: Type.String(),
  count: Type.Integer(),
  workItems: Type.Array(Type.Object({ groupName: Type.String(), workItem: TrackedWorkItem })),
};
export const SearchAnswer = Type.Object({ ...searchFields, data: Type.Object(searchFields) });

/** An id, or `""` or 0 for none. */
const TfsId = Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647, 'x-empty': 0 }));
const ActivityTypeId = Type.Optional(Type.Union([Guid, Type.Literal('')]));
const Remark = Type.Optional(FreeText(COMMENT_LIMIT));

export const SelectedBody = Type.Object({
  tfsId: TfsId,
  remark: Remark,
  activityTypeId: ActivityTypeId,
  calculateTotals: Type.Optional(Type.Boolean()),
});

export const StartTrackingBody = Type.Object({
  /** Minutes east of UTC; default is the person's own time zone. */
  timeZone: Type.Optional(Type.Integer({ minimum: -840, maximum: 840 })),
  tfsId: TfsId,
  remark: Remark,
  activityTypeId: ActivityTypeId,
  isBillable: Type.Optional(Type.Boolean()),
});

export const AdjustBody = Type.Object({
  tfsId: TfsId,
  remark: Remark,
  activityTypeId: ActivityTypeId,
  isBillable: Type.Optional(Type.Boolean()),
});

export const SearchBody = Type.Union([Type.String({ maxLength: 400 }), Type.Number()]);
export const SearchByQueryBody = Type.Object({
  query: Type.Optional(Type.Union([Type.String({ maxLength: 400 }), Type.Number()])),
});

export type TrackingState = Static<typeof TrackingAnswer>['data'];
export type Track = Static<typeof Track>;
export type TrackedWorkItem = Static<typeof TrackedWorkItem>;
export type TrackingAnswer = Static<typeof TrackingAnswer>;
export type LatestAnswer = Static<typeof LatestAnswer>;
export type SearchAnswer = Static<typeof SearchAnswer>;
