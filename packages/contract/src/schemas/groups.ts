import { type Static, Type } from 'typebox';
import { Guid, Name, OrNull } from './common.ts';
import { Role, RoleName } from './people.ts';

/** Who says who is in a group: an administrator, Azure DevOps, or the OpenID Connect provider at each sign-in. */
export const GroupSource = Type.Union([
  Type.Literal('stint'),
  Type.Literal('azureDevOps'),
  Type.Literal('openid'),
]);

/** A group whose role its members have, unless they have a higher one. */
export const Group = Type.Object({
  id: Guid,
  name: Type.String(),
  source: GroupSource,
  externalId: OrNull(Type.String()),
  role: Role,
  memberCount: Type.Integer(),
});

export const NewGroup = Type.Object({
  name: Name,
  source: Type.Optional(Type.Unsafe<GroupSource>({ ...GroupSource, default: 'stint' })),
  externalId: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 400,
      description: 'Id in Azure DevOps, or the value of the provider’s claim; not for the source stint',
    }),
  ),
  role: Type.Optional(Type.Unsafe<RoleName>({ ...RoleName, default: 'None' })),
});

/** A change: a field left out or null keeps its value. */
export const GroupChange = Type.Object({
  name: Type.Optional(Name),
  role: Type.Optional(RoleName),
});

/** A group of Azure DevOps that can be made one of ours; `id` goes into `externalId`. */
export const AzureDevOpsGroup = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
});

export type GroupSource = Static<typeof GroupSource>;
export type Group = Static<typeof Group>;
export type NewGroup = Static<typeof NewGroup>;
export type GroupChange = Static<typeof GroupChange>;
