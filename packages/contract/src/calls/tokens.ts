import { Type } from 'typebox';
import { call } from '../call.ts';
import { Guid, OrNull } from '../schemas/common.ts';

/** Times are RFC 3339, UTC. */
const ApiToken = Type.Object({
  id: Guid,
  name: Type.String(),
  userId: Guid,
  userName: Type.String(),
  created: Type.String(),
  expires: Type.String(),
  lastUsed: OrNull(Type.String()),
});

export const listTokens = call({
  id: 'listTokens',
  area: 'rest',
  method: 'GET',
  path: '/tokens',
  summary: 'The caller’s API tokens; an administrator may ask for everyone’s.',
  query: Type.Object({ $all: Type.Optional(Type.Boolean({ default: false })) }),
  answer: Type.Array(ApiToken),
});

export const addToken = call({
  id: 'addToken',
  area: 'rest',
  method: 'POST',
  path: '/tokens',
  summary: 'Makes an API token of one year; its value is in this answer only.',
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }),
  answer: Type.Object({ ...ApiToken.properties, token: Type.String() }),
});

export const revokeToken = call({
  id: 'revokeToken',
  area: 'rest',
  method: 'DELETE',
  path: '/tokens/:id',
  summary: 'Ends a token at once; an administrator may end anyone’s.',
  params: Type.Object({ id: Guid }),
  answer: Type.Null(),
});
