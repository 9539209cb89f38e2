import { type Static, Type } from 'typebox';
import { Colour, Guid } from './common.ts';

/** Colour is six hex digits without `#` (api.md 3.2). */
export const ActivityType = Type.Object({
  color: Colour,
  name: Type.String(),
  id: Guid,
});

export const ActivityTypeList = Type.Object({
  enabled: Type.Boolean(),
  activityTypes: Type.Array(ActivityType),
  systemDefaultActivityTypeId: Guid,
});

/** 1 to 100 characters once the space around them is cut; the server checks it then. */
const Name = Type.String({ maxLength: 400, description: '1 to 100 characters, unique in any letter case' });

const Color = Type.String({ maxLength: 16, description: 'Six hex digits, with or without #' });

export const NewActivityType = Type.Object({
  name: Name,
  color: Color,
  position: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 10_000,
      description: 'Place in the list, from 0; left out: the last',
    }),
  ),
});

export const ActivityTypeChange = Type.Object({ name: Type.Optional(Name), color: Type.Optional(Color) });

export type ActivityType = Static<typeof ActivityType>;
export type NewActivityType = Static<typeof NewActivityType>;
export type ActivityTypeChange = Static<typeof ActivityTypeChange>;
