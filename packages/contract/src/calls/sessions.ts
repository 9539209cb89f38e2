import { Type } from 'typebox';
import { call } from '../call.ts';
import { Guid, OrNull } from '../schemas/common.ts';
import { RoleName, User } from '../schemas/people.ts';
import { OrganizationSettings } from '../schemas/settings.ts';

const Password = Type.String({ minLength: 10, maxLength: 200 });

export const getSignInMethods = call({
  id: 'getSignInMethods',
  area: 'auth',
  method: 'GET',
  path: '/methods',
  summary: 'How one can sign in to this organization.',
  access: 'anyone',
  answer: Type.Object({
    organization: Type.String(),
    local: Type.Boolean(),
    openIdConnect: OrNull(Type.Object({ name: Type.String(), url: Type.String() })),
  }),
});

/** `csrfToken` goes into the header `X-CSRF-Token` of every write made with the session's cookie. */
const Session = Type.Object({
  user: User,
  role: RoleName,
  timeZone: Type.String(),
  organization: Type.Object({ id: Guid, name: Type.String() }),
  csrfToken: OrNull(Type.String()),
  needsPassword: Type.Boolean(),
  operation: OrganizationSettings.properties.operation,
  operationMessage: OrganizationSettings.properties.operationMessage,
});

export const getSession = call({
  id: 'getSession',
  area: 'auth',
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in with this cookie.',
  answer: Session,
});

export const signIn = call({
  id: 'signIn',
  area: 'auth',
  method: 'POST',
  path: '/session',
  summary: 'Signs in with e-mail and password; sets the session cookie.',
  access: 'anyone',
  body: Type.Object({ email: Type.String({ maxLength: 320 }), password: Type.String({ maxLength: 200 }) }),
  answer: Session,
});

export const signInWithLink = call({
  id: 'signInWithLink',
  area: 'auth',
  method: 'POST',
  path: '/link',
  summary: 'Signs in with a one-time link’s secret; the link is used up.',
  access: 'anyone',
  body: Type.Object({ secret: Type.String({ maxLength: 200 }) }),
  answer: Session,
});

export const setPassword = call({
  id: 'setPassword',
  area: 'auth',
  method: 'POST',
  path: '/password',
  summary:
    'Sets the caller’s password; the current one is asked for when there is one and the caller did not come by a link.',
  body: Type.Object({ current: Type.Optional(Type.String({ maxLength: 200 })), password: Password }),
  answer: Type.Null(),
});

export const signOut = call({
  id: 'signOut',
  area: 'auth',
  method: 'DELETE',
  path: '/session',
  summary: 'Ends the session.',
  answer: Type.Null(),
});

export const listSessions = call({
  id: 'listSessions',
  area: 'auth',
  method: 'GET',
  path: '/sessions',
  summary: 'The caller’s open sessions.',
  answer: Type.Array(
    Type.Object({
      id: Guid,
      created: Type.String(),
      lastSeen: Type.String(),
      userAgent: Type.String(),
      current: Type.Boolean(),
    }),
  ),
});

export const endSession = call({
  id: 'endSession',
  area: 'auth',
  method: 'DELETE',
  path: '/sessions/:id',
  summary: 'Ends one of the caller’s sessions.',
  params: Type.Object({ id: Guid }),
  answer: Type.Null(),
});
