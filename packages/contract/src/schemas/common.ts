import { type Static, type TSchema, Type } from 'typebox';

/** A GUID in its usual form with hyphens, any letter case; Stint answers lower case. */
export const Guid = Type.String({ format: 'uuid' });

/** A whole number of seconds. */
export const WholeSeconds = (options: object = {}) =>
  Type.Integer({ maximum: 2_147_483_647, description: 'Whole seconds', ...options });

/** The owner's wall time without an offset, e.g. `2026-03-02T09:12:00` (api.md 3.2). */
export const WallTimeText = Type.String({
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?$`,
});

/** Any time a client may send (api.md 3.3); read by the domain's `readClientTime`. */
export const ClientTime = Type.String({
  minLength: 1,
  maxLength: 64,
  description: 'Date or time, see the guide',
});

/** The number of a work item in Azure DevOps. */
export const WorkItemNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** A text a person writes; stored as it is. */
export const FreeText = (maxLength: number) => Type.String({ maxLength });

/** What a thing is called: 1 to `most` characters, one of which can be seen. */
export const NameOf = (most: number) =>
  Type.String({
    minLength: 1,
    maxLength: most,
    pattern: String.raw`\S`,
    title: `A text of 1 to ${most} characters that are not all spaces`,
  });

export const Name = NameOf(200);

/** A time of day, `HH:MM`; whose clock it is, the field says. */
export const TimeOfDay = {
  pattern: String.raw`^([01]\d|2[0-3]):[0-5]\d$`,
  title: 'A time of day such as 09:00',
};

/** Six hex digits without `#` (api.md 3.2). */
export const Colour = Type.String({ pattern: '^[0-9a-fA-F]{6}$', title: 'Six hex digits such as 5b5fc7' });

/** `schema`, or null. */
export const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** Rows to answer, at most and by default 500 (api.md 3.4). */
export const Count = Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 500 }));

/** Rows to leave out at the start. */
export const Skip = Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647, default: 0 }));

/** Comma list of things to fill in, such as `user.displayName`. */
export const Expand = Type.Optional(Type.String({ maxLength: 400 }));

export type Guid = Static<typeof Guid>;
