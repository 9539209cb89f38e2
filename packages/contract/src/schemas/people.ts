import { type Static, Type } from 'typebox';
import { Guid, OrNull } from './common.ts';

/** A person as every call answers it; `displayName` is filled only under `$expand=user.displayName` (api.md 3.2). */
export const User = Type.Object({
  uniqueName: Type.String(),
  displayName: OrNull(Type.String()),
  vstsId: OrNull(Guid),
  vstsCollectionId: OrNull(Guid),
  email: OrNull(Type.String()),
  name: Type.String(),
  id: Guid,
});

/** The organization that the caller works in. */
export const Account = Type.Object({
  vstsId: OrNull(Guid),
  vstsCollectionId: OrNull(Guid),
  name: Type.String(),
  id: Guid,
});

export const RoleName = Type.Union([
  Type.Literal('None'),
  Type.Literal('Team'),
  Type.Literal('Product'),
  Type.Literal('Budget'),
  Type.Literal('Administrator'),
]);

export const Role = Type.Object({ name: RoleName, id: Guid });

export const UserWithRole = Type.Object({ ...User.properties, role: Role });

export type User = Static<typeof User>;
export type RoleName = Static<typeof RoleName>;
export type UserWithRole = Static<typeof UserWithRole>;

/** The fixed ids by which clients may name a role. */
export const roleIds: Record<RoleName, string> = {
  None: '5f0b1a3c-0000-4000-8000-000000000000',
  Team: '5f0b1a3c-0000-4000-8000-000000000001',
  Product: '5f0b1a3c-0000-4000-8000-000000000002',
  Budget: '5f0b1a3c-0000-4000-8000-000000000003',
  Administrator: '5f0b1a3c-0000-4000-8000-000000000004',
};
