import { type Static, Type } from 'typebox';
import { Guid } from './common.ts';

/** Colour is six hex digits without `#` (api.md 3.2). */
export const ActivityType = Type.Object({
  color: Type.String({ pattern: '^[0-9a-fA-F]{6}$' }),
  name: Type.String(),
  id: Guid,
});

export const ActivityTypeList = Type.Object({
  enabled: Type.Boolean(),
  activityTypes: Type.Array(ActivityType),
  systemDefaultActivityTypeId: Guid,
});

export type ActivityType = Static<typeof ActivityType>;
