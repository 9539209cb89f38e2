import {
  type BookEffect,
  type Instant,
  track,
  type TrackingContext,
  type TrackingEffect,
  type TrackingEvent,
  type TrackingRefusal,
} from '@stint/domain';
import type { Source } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import { defaultActivityTypeOf } from '../worklogs/activity-type.ts';
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

/** The worklog that a move leaves behind, ready to be written; null when there is none. One track runs, so one can end. */
export function bookedRow(
  workLogs: Bookings,
  organization: Organization,
  personId: string,
  { bookings }: Move,
): unknown[] | null {
  const [booking, another] = bookings;
  if (booking === undefined) return null;
  if (another) throw new Error('one move ended two tracks');
  const { effect, source } = booking;
  const track = {
    id: effect.workLogId,
    personId,
    workItemId: effect.workItemId,
    activityTypeId: knownType(effect.activityTypeId, organization),
    comment: effect.comment,
    seconds: effect.seconds,
    startedAt: effect.startedAt,
    timeZoneMinutes: effect.timeZoneMinutes,
    isBillable: effect.isBillable ?? organization.settings.billableByDefault,
  };
  return workLogs.bookedRow(track, source);
}

/** The type, unless it was deleted or never chosen: time is booked all the same. */
function knownType(id: string | null, organization: Organization): string {
  const isKnown = organization.activityTypes.some((type) => type.id === id);
  return id !== null && isKnown ? id : defaultActivityTypeOf(null, organization);
}
