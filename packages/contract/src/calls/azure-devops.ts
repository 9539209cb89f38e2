import { Type } from 'typebox';
import { call } from '../call.ts';
import { OrNull } from '../schemas/common.ts';
import { DateText } from '../schemas/settings.ts';

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
  /** Whether everything is being read for the first time; `workItems` says how far that is. */
  isFirstRead: Type.Boolean(),
  /** When the newest change of a work item that was read was made. */
  lastChange: OrNull(Type.String()),
  /** When it is looked for changes next; null while that is going on. */
  nextRead: OrNull(Type.String()),
  /** When the token ends, as far as somebody has said; a day. */
  expires: OrNull(DateText),
  /** Whole days until then, negative afterwards. */
  expiresInDays: OrNull(Type.Integer()),
  /** Whether that is so near that administrators are warned: 30, 7 and 1 days before, and afterwards. */
  isExpiring: Type.Boolean(),
});

/** What became of a try. */
const ConnectionTest = Type.Object({
  succeeded: Type.Boolean(),
  /** Why not. */
  fault: OrNull(Type.String()),
  /** Whose token it is. */
  userName: OrNull(Type.String()),
  deployment: OrNull(Type.Union([Type.Literal('services'), Type.Literal('server')])),
});

const url = Type.String({
  minLength: 8,
  maxLength: 500,
  pattern: '^https?://',
  title: 'An address such as https://dev.azure.com/contoso, of at most 500 characters',
});
const pat = Type.String({ minLength: 1, maxLength: 500 });

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
  body: Type.Object({ url, pat, expires: Type.Optional(DateText) }),
  answer: Connection,
});

export const testConnection = call({
  id: 'testConnection',
  area: 'rest',
  method: 'POST',
  path: '/connection/test',
  summary:
    'Tries an address and a token without keeping them; without a token the one that is kept, at its address.',
  access: 'administrator',
  effect: 'read',
  body: Type.Object({ url: Type.Optional(url), pat: Type.Optional(pat) }),
  answer: ConnectionTest,
});

export const setConnectionExpiry = call({
  id: 'setConnectionExpiry',
  area: 'rest',
  method: 'PUT',
  path: '/connection/expiry',
  summary: 'Notes when the token ends, so that administrators are warned; without a day, nobody is.',
  access: 'administrator',
  body: Type.Object({ expires: Type.Optional(DateText) }),
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
