import { type Static, Type } from 'typebox';
import { ActivityType } from './activity-types.ts';
import { ClientTime, FreeText, Guid, OrNull, WallTimeText, WholeSeconds, WorkItemNumber } from './common.ts';
import { User } from './people.ts';

export const WorkLogFlags = Type.Object({
  isTracked: Type.Boolean(),
  isManuallyEntered: Type.Boolean(),
  isChanged: Type.Boolean(),
  isTrackedExtended: Type.Boolean(),
  isImported: Type.Boolean(),
  isFromApi: Type.Boolean(),
  isBillable: Type.Boolean(),
});

/** One entry of time. Lengths are whole seconds; the three times are the owner's wall time (api.md 3.2). */
export const WorkLog = Type.Object({
  timestamp: WallTimeText,
  length: WholeSeconds(),
  billableLength: OrNull(WholeSeconds()),
  workItemId: OrNull(WorkItemNumber),
  comment: Type.String(),
  user: User,
  addedByUser: User,
  editedByUser: User,
  createdTimestamp: WallTimeText,
  editedTimestamp: WallTimeText,
  activityType: ActivityType,
  flags: WorkLogFlags,
  isCanEdit: OrNull(Type.Boolean()),
  isCanDelete: OrNull(Type.Boolean()),
  id: Guid,
});

/** `0` stands for no work item, as in the documented PATCH. */
const WorkItemReference = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });

/** An activity type by id; an empty text stands for [Not Set]. */
const ActivityTypeReference = Type.Union([Guid, Type.Literal('')]);

/** Longest comment, in characters. */
export const COMMENT_LIMIT = 4000;

/** A new entry. `length` is checked by the rules, so that its two own error codes can be answered. */
export const NewWorkLog = Type.Object({
  id: Type.Optional(Guid),
  timestamp: Type.Optional(ClientTime),
  length: Type.Optional(WholeSeconds()),
  billableLength: Type.Optional(WholeSeconds({ minimum: 0 })),
  workItemId: Type.Optional(WorkItemReference),
  comment: Type.Optional(FreeText(COMMENT_LIMIT)),
  userId: Type.Optional(Guid),
  activityTypeId: Type.Optional(ActivityTypeReference),
});

/** A change: a field left out or null keeps its value. */
export const WorkLogChange = Type.Object({
  timestamp: Type.Optional(ClientTime),
  length: Type.Optional(WholeSeconds()),
  billableLength: Type.Optional(WholeSeconds({ minimum: 0 })),
  workItemId: Type.Optional(WorkItemReference),
  comment: Type.Optional(FreeText(COMMENT_LIMIT)),
  userId: Type.Optional(Guid),
  activityTypeId: Type.Optional(ActivityTypeReference),
});

export type WorkLog = Static<typeof WorkLog>;
export type NewWorkLog = Static<typeof NewWorkLog>;
export type WorkLogChange = Static<typeof WorkLogChange>;
