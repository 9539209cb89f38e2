import { ApiError } from '@stint/client';
import type { Change, ConflictReason } from './change.ts';
import { sendAdjust, type Sending, sendStart, sendStop, sendTracked, sendTrim } from './send-track.ts';
import { sendBook, sendEdit, sendRemove } from './send-worklog.ts';
import type { Sent } from './sent.ts';

/** Tells the server of one change. Throws ApiError when it should be tried again later, unchanged. */
export async function send(change: Change, sending: Sending): Promise<Sent> {
  try {
    return await sendOf(change, sending);
  } catch (error) {
    const reason = error instanceof ApiError ? refusalOf(error) : null;
    // A worklog that is gone needs no shortening.
    if (reason !== null && change.kind === 'trim' && (error as ApiError).status === 404)
      return { kind: 'done', follows: [] };
    if (reason === null) throw error;
    return { kind: 'refused', reason };
  }
}

function sendOf(change: Change, sending: Sending): Promise<Sent> {
  switch (change.kind) {
    case 'start':
      return sendStart(change, sending);
    case 'stop':
      return sendStop(change, sending);
    case 'adjust':
      return sendAdjust(change, sending);
    case 'trim':
      return sendTrim(change, sending);
    case 'book':
      return change.isTracked ? sendTracked(change, sending) : sendBook(change, sending.client);
    case 'edit':
      return sendEdit(change, sending.client);
    default:
      return sendRemove(change, sending.client);
  }
}

/** What holds for this change alone; trouble with the server, the way to it or the pairing concerns all and is tried again. */
function refusalOf({ status, code, message }: ApiError): ConflictReason | null {
  const isAboutChange = [400, 403, 404, 409, 412, 413, 422].includes(status);
  if (!isAboutChange || code === 'LicenseReadOnly' || code === 'invalid_grant') return null;
  if (status === 404 && code !== 'EntityNotFound') return null;
  return { kind: 'refused', code, message };
}
