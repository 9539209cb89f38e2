import { Type } from 'typebox';
import { call } from '../call.ts';
import { OrNull } from '../schemas/common.ts';

export const getMailStatus = call({
  id: 'getMailStatus',
  area: 'rest',
  method: 'GET',
  path: '/mail',
  summary: 'Whether mail can be sent, and how the letters of the last 40 days are doing.',
  access: 'administrator',
  answer: Type.Object({
    isConfigured: Type.Boolean(),
    /** The sender; null while no mail server is set. */
    from: OrNull(Type.String()),
    pending: Type.Integer(),
    /** Given up. */
    failed: Type.Integer(),
    lastFault: OrNull(Type.String()),
  }),
});

export const testMail = call({
  id: 'testMail',
  area: 'rest',
  method: 'POST',
  path: '/mail/test',
  summary: 'Sends a letter to the caller at once and answers how it went.',
  access: 'administrator',
  answer: Type.Object({ sent: Type.Boolean(), fault: OrNull(Type.String()) }),
});
