import {
  type BookEffect,
  type Instant,
  track,
  type TrackingContext,
  type TrackingEffect,
  type TrackingEvent,
  type TrackingRefusal,
} from '@stint/domain';
import type { Db, Source } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import { type AuditRow, auditRowsOf } from './audit-rows.ts';
import type { Bookings } from './parts.ts';
import { nextRecord, type TrackRecord } from './record.ts';

/** Nobody did it: the time was up. */
export const clockSource: Source = { personId: null, via: 'job', address: null };

/** What events have made of a record, and what is to be written for it. */
export interface Move {
  record: TrackRecord;
  at: Instant;
  /** Whether there is anything to write. */
  isChange: boolean;
  effects: readonly TrackingEffect[];
  /** Worklogs to write, each with who ended its track. */
  bookings: readonly { effect: BookEffect; source: Source }[];
  auditRows: readonly AuditRow[];
  refusal?: TrackingRefusal;
}

/** Lets one event happen to a record; goes on from an earlier move of the same request. */
export function move(
  before: TrackRecord,
  event: TrackingEvent,
  context: TrackingContext,
  source: Source,
  earlier?: Move,
): Move {
  const { state, effects, refusal } = track(before.tracking, event, context);
  const isChange = state !== before.tracking;
  const booked = effects.filter((effect) => effect.type === 'book');
  const ended = effects.some((effect) => effect.type !== 'lostToOtherDevice');
  const lastWorkLogId = ended ? (booked.at(-1)?.workLogId ?? null) : before.lastWorkLogId;
  return {
    record: isChange ? nextRecord(before, state, { now: context.now, lastWorkLogId }) : before,
    at: context.now,
    isChange: isChange || (earlier?.isChange ?? false),
    effects: [...(earlier?.effects ?? []), ...effects],
    bookings: [...(earlier?.bookings ?? []), ...booked.map((effect) => ({ effect, source }))],
    auditRows: [...(earlier?.auditRows ?? []), ...auditRowsOf(before.tracking, state, effects, source)],
    ...(refusal && { refusal }),
  };
}

/** Writes the worklogs of a move. */
export async function bookInto(
  workLogs: Bookings,
  db: Db,
  organization: Organization,
  personId: string,
  { bookings }: Move,
): Promise<void> {
  for (const { effect, source } of bookings) {
    const { workItemId, comment, seconds, startedAt, timeZoneMinutes } = effect;
    const activityTypeId = effect.activityTypeId ?? organization.systemDefaultActivityTypeId;
    const isBillable = effect.isBillable ?? false;
    const id = effect.workLogId;
    const booked = {
      id,
      personId,
      workItemId,
      activityTypeId,
      comment,
      seconds,
      startedAt,
      timeZoneMinutes,
      isBillable,
    };
    await workLogs.book(db, organization, booked, source);
  }
}
