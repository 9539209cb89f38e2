import { Type } from 'typebox';
import { call } from '../call.ts';
import { ActivityType } from '../schemas/activity-types.ts';
import { Count, Expand, FreeText, Guid, Name, OrNull, Skip } from '../schemas/common.ts';
import { Account, RoleName, User, UserWithRole } from '../schemas/people.ts';

export const getMe = call({
  id: 'getMe',
  area: 'rest',
  method: 'GET',
  path: '/me',
  summary: 'The caller, the organization, and the minutes east of UTC of the caller’s time zone now.',
  query: Type.Object({ $expand: Expand }),
  answer: Type.Object({
    user: User,
    account: Account,
    defaultActivityType: OrNull(ActivityType),
    timeZone: Type.Integer(),
  }),
});

export const listUsers = call({
  id: 'listUsers',
  area: 'rest',
  method: 'GET',
  path: '/users',
  summary: 'The people of the organization, by name.',
  query: Type.Object({
    $count: Count,
    $skip: Skip,
    $expand: Expand,
    $search: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'A part of the name, unique name or e-mail, any letter case',
      }),
    ),
  }),
  answer: Type.Array(User),
});

export const getUser = call({
  id: 'getUser',
  area: 'rest',
  method: 'GET',
  path: '/users/:id',
  summary: 'One person.',
  params: Type.Object({ id: Guid }),
  query: Type.Object({ $expand: Expand }),
  answer: User,
});

export const listUserRoles = call({
  id: 'listUserRoles',
  area: 'rest',
  method: 'GET',
  path: '/users/roles',
  summary: 'People with their roles; those with role None only when asked for.',
  access: 'administrator',
  query: Type.Object({
    includeNoneRoles: Type.Optional(Type.Boolean({ default: false })),
    $count: Count,
    $skip: Skip,
    $expand: Expand,
  }),
  answer: Type.Array(UserWithRole),
});

const RoleAssignment = Type.Object({
  email: Type.Optional(Type.String({ maxLength: 320 })),
  id: Type.Optional(Guid),
  vstsId: Type.Optional(Guid),
  role: Type.Optional(
    Type.Object({ name: Type.Optional(Type.String({ maxLength: 40 })), id: Type.Optional(Guid) }),
  ),
});

export const setUserRoles = call({
  id: 'setUserRoles',
  area: 'rest',
  method: 'POST',
  path: '/users/roles',
  summary: 'Gives roles to people, each entry on its own; never takes the last administrator.',
  access: 'administrator',
  body: Type.Object({ users: Type.Array(RoleAssignment, { maxItems: 500 }) }),
  answer: Type.Object({
    succeeded: Type.Integer(),
    failed: Type.Integer(),
    failedEntries: Type.Array(
      Type.Object({ entity: RoleAssignment, error: Type.Object({ message: Type.String() }) }),
    ),
  }),
});

const Email = Type.String({
  minLength: 3,
  maxLength: 320,
  pattern: String.raw`^[^@\s]+@[^@\s]+$`,
  title: 'An e-mail address such as ann@contoso.com',
});

export const addUser = call({
  id: 'addUser',
  area: 'rest',
  method: 'POST',
  path: '/users',
  summary: 'Makes a person known before the first visit.',
  access: 'administrator',
  body: Type.Object({
    email: Email,
    name: Name,
    role: Type.Optional(RoleName),
    timeZone: Type.Optional(FreeText(64)),
  }),
  answer: UserWithRole,
});

export const changeUser = call({
  id: 'changeUser',
  area: 'rest',
  method: 'PATCH',
  path: '/users/:id',
  summary: 'Changes a person’s name, e-mail or time zone; a field left out or null keeps its value.',
  access: 'administrator',
  params: Type.Object({ id: Guid }),
  body: Type.Object({
    email: Type.Optional(Email),
    name: Type.Optional(Name),
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'IANA name' })),
  }),
  answer: UserWithRole,
});

export const addSignInLink = call({
  id: 'addSignInLink',
  area: 'rest',
  method: 'POST',
  path: '/users/:id/signInLink',
  summary: 'A one-time link with which the person sets a password; shown once, valid for 24 hours.',
  access: 'administrator',
  params: Type.Object({ id: Guid }),
  answer: Type.Object({ url: Type.String(), expires: Type.String() }),
});
