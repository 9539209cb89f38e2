import { type Static, Type } from 'typebox';
import { RoleName } from './people.ts';

const OptionalSeconds = (description: string, fallback: number | null) =>
  Type.Union([Type.Integer({ minimum: 1, maximum: 31_622_400 }), Type.Null()], {
    description,
    default: fallback,
  });

/** The rules of one organization; every length is seconds, null switches a rule off (product.md, Settings). */
export const OrganizationSettings = Type.Object({
  operation: Type.Union([Type.Literal('active'), Type.Literal('maintenance'), Type.Literal('readOnly')], {
    default: 'active',
  }),
  activityTypesEnabled: Type.Boolean({ default: true }),
  workItemRequired: Type.Boolean({ default: false }),
  commentRequired: Type.Boolean({ default: false }),
  futureDays: Type.Union([Type.Integer({ minimum: 0, maximum: 366 }), Type.Null()], {
    description: 'Days beyond today for which time may be booked; null allows any',
    default: 1,
  }),
  /** A time sent with an offset keeps its wall clock as written, instead of being moved to the owner’s zone. */
  keepWrittenWallClock: Type.Boolean({ default: false }),
  /** The least role that may add and change the time of others. */
  othersTimeEditor: Type.Unsafe<RoleName>({ ...RoleName, default: 'Administrator' }),
  longestTrack: OptionalSeconds('Longest single track', null),
  activityCheckEvery: OptionalSeconds('Asks whether the person is still there', null),
  activityCheckAnswerWithin: Type.Integer({ minimum: 5, maximum: 86_400, default: 300 }),
  connectionGrace: OptionalSeconds('Silence after which a track of a pinging client is stopped', 300),
  leastLength: Type.Integer({ minimum: 0, maximum: 86_400, default: 0 }),
  idleCheckEvery: OptionalSeconds('Reminds a person who tracks nothing', null),
});

export type OrganizationSettings = Static<typeof OrganizationSettings>;

/** The settings of a new organization. */
export const defaultSettings: OrganizationSettings = Object.fromEntries(
  Object.entries(OrganizationSettings.properties).map(([name, schema]) => [
    name,
    (schema as { default?: unknown }).default ?? null,
  ]),
) as unknown as OrganizationSettings;
