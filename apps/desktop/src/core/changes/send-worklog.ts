import { ApiError, type Client } from '@stint/client';
import { calls, type NewWorkLog, type WorkLog } from '@stint/contract';
import type { BookChange, EditChange, RemoveChange, WorklogFields } from './change.ts';
import { differing, fieldsOf, patchOf } from './fields.ts';
import type { Sent } from './sent.ts';

const done: Sent = { kind: 'done', follows: [] };

/** Books time under the id that was made here; the same booking sent twice has one effect. */
export async function sendBook(change: BookChange, client: Client): Promise<Sent> {
  await client.call(calls.addWorkLog, { body: newWorkLogOf(change), idempotencyKey: change.id });
  return done;
}

/** A booking as the API takes it. */
export function newWorkLogOf({ id, startedAt, length, subject }: BookChange): NewWorkLog {
  const { workItemId, comment, activityTypeId, isBillable } = subject;
  return {
    id,
    timestamp: new Date(startedAt).toISOString(),
    length,
    workItemId: workItemId ?? 0,
    comment,
    activityTypeId,
    ...(isBillable !== null && { billableLength: isBillable ? length : 0 }),
  };
}

/** Changes a worklog unless somebody else has changed the same fields to something else meanwhile. */
export async function sendEdit(change: EditChange, client: Client): Promise<Sent> {
  const worklog = await readWorkLog(client, change.workLogId);
  if (worklog === null) return { kind: 'refused', reason: { kind: 'deletedElsewhere' } };
  const { after } = change;
  const theirs = fieldsOf(worklog);
  const changed = differing(change.before, theirs).filter(
    (name) => name in after && theirs[name] !== after[name],
  );
  if (changed.length > 0 && !change.isForced)
    return { kind: 'refused', reason: { kind: 'changedElsewhere', theirs } };
  const body = patchOf(theirs, after);
  if (Object.keys(body).length > 0)
    await client.call(calls.changeWorkLog, {
      params: { id: change.workLogId },
      body,
      idempotencyKey: change.id,
    });
  return done;
}

/** Deletes a worklog unless somebody else has changed it meanwhile; one that is gone already is as wanted. */
export async function sendRemove(change: RemoveChange, client: Client): Promise<Sent> {
  const worklog = await readWorkLog(client, change.workLogId);
  if (worklog === null) return done;
  const theirs = fieldsOf(worklog);
  if (!change.isForced && differing(change.before, theirs).length > 0)
    return { kind: 'refused', reason: { kind: 'changedElsewhere', theirs } };
  await client.call(calls.deleteWorkLog, { params: { id: change.workLogId }, idempotencyKey: change.id });
  return done;
}

/** The worklog as it is now; null when there is none. */
export async function readWorkLog(client: Client, id: string): Promise<WorkLog | null> {
  try {
    return await client.call(calls.getWorkLog, { params: { id } });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** An edit of a worklog that was just read. */
export function editOf(id: string, worklog: WorkLog, after: Partial<WorklogFields>): EditChange {
  const before = fieldsOf(worklog);
  return { kind: 'edit', id, workLogId: worklog.id, before, after, isForced: false };
}
