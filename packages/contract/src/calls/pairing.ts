import { Type } from 'typebox';
import { call } from '../call.ts';
import { FreeText, Guid, OrNull } from '../schemas/common.ts';

export const createPin = call({
  id: 'createPin',
  area: 'pin',
  method: 'POST',
  path: '/create',
  summary: 'A PIN for the person to type, and the secret it will stand for; one minute.',
  access: 'anyone',
  answer: Type.Object({ pin: Type.String({ pattern: '^\\d{6}$' }), secret: Type.String() }),
});

export const getPinStatus = call({
  id: 'getPinStatus',
  area: 'pin',
  method: 'POST',
  path: '/status',
  effect: 'read',
  summary: 'Whether the PIN was typed; the body is the secret as a JSON string.',
  access: 'anyone',
  body: Type.String({ maxLength: 400 }),
  answer: Type.Object({
    status: Type.Union([
      Type.Literal('Validating'),
      Type.Literal('Validated'),
      Type.Literal('WrongOrExpired'),
    ]),
  }),
});

/** Times are RFC 3339, UTC. */
const PairedApp = Type.Object({
  id: Guid,
  name: Type.String(),
  userId: Guid,
  userName: Type.String(),
  paired: Type.String(),
  lastUsed: OrNull(Type.String()),
});

export const listApps = call({
  id: 'listApps',
  area: 'rest',
  method: 'GET',
  path: '/apps',
  summary: 'The caller’s paired apps.',
  answer: Type.Array(PairedApp),
});

export const pairApp = call({
  id: 'pairApp',
  area: 'rest',
  method: 'POST',
  path: '/apps',
  summary: 'Binds the app that shows this PIN to the caller.',
  body: Type.Object({ pin: FreeText(20), name: Type.Optional(Type.String({ maxLength: 100 })) }),
  answer: PairedApp,
});

export const createPairingLink = call({
  id: 'createPairingLink',
  area: 'rest',
  method: 'POST',
  path: '/apps/link',
  summary: 'A link that opens the desktop app and pairs it with the caller, once, within two minutes.',
  body: Type.Object({ name: Type.Optional(Type.String({ maxLength: 100 })) }),
  answer: Type.Object({ link: Type.String(), expires: Type.String() }),
});

export const unpairApp = call({
  id: 'unpairApp',
  area: 'rest',
  method: 'DELETE',
  path: '/apps/:id',
  summary: 'Ends one app’s tokens at once.',
  params: Type.Object({ id: Guid }),
  answer: Type.Null(),
});

export const unpairAllApps = call({
  id: 'unpairAllApps',
  area: 'rest',
  method: 'DELETE',
  path: '/apps',
  summary: 'Ends the tokens of all of the caller’s apps at once.',
  answer: Type.Null(),
});
