import { Type } from 'typebox';
import { call } from '../call.ts';
import { OrNull } from '../schemas/common.ts';

/** Times are RFC 3339, UTC. The personal access token is never answered. */
const Connection = Type.Object({
  url: Type.String(),
  kind: Type.Literal('pat'),
  state: Type.Union([
    Type.Literal('connected'),
    Type.Literal('unreachable'),
    Type.Literal('unauthorized'),
    Type.Literal('reading'),
  ]),
  workItems: Type.Integer(),
  lastRead: OrNull(Type.String()),
  message: OrNull(Type.String()),
});

export const getConnection = call({
  id: 'getConnection',
  area: 'rest',
  method: 'GET',
  path: '/connection',
  summary: 'The connection to Azure DevOps and how it is doing.',
  access: 'administrator',
  answer: OrNull(Connection),
});

export const setConnection = call({
  id: 'setConnection',
  area: 'rest',
  method: 'PUT',
  path: '/connection',
  summary: 'Connects to Azure DevOps with a personal access token, after trying it.',
  access: 'administrator',
  body: Type.Object({
    url: Type.String({
      minLength: 8,
      maxLength: 500,
      pattern: '^https?://',
      title: 'An address such as https://dev.azure.com/contoso, of at most 500 characters',
    }),
    pat: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  answer: Connection,
});

export const removeConnection = call({
  id: 'removeConnection',
  area: 'rest',
  method: 'DELETE',
  path: '/connection',
  summary: 'Forgets the connection; the work items stay.',
  access: 'administrator',
  answer: Type.Null(),
});
