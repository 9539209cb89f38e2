import { type ApprovalState, NEW_WEEK, type WallDate, weekEnd, type WeekRecord } from '@stint/domain';
import type { Selectable } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** One person's week, as it is stored or, while nothing was decided about it, as it would be. */
export interface Week extends WeekRecord {
  /** null while there is no row. */
  id: string | null;
  personId: string;
  start: WallDate;
  /** The last day. */
  end: WallDate;
  assignedManagerId: string | null;
  approvedById: string | null;
  /** Instants, ISO 8601 in UTC. */
  submittedAt: string | null;
  approvedAt: string | null;
  /** What the manager said; the person sees it until the week is submitted again. */
  comment: string | null;
  /** 0 while there is no row. */
  version: number;
}

/** A week with a row. */
export interface StoredWeek extends Week {
  id: string;
  /** Instant, ISO 8601 in UTC. */
  modifiedAt: string;
}

/** A week that nothing was decided about. */
export function untouchedWeek(personId: string, start: WallDate): Week {
  return {
    ...NEW_WEEK,
    id: null,
    personId,
    start,
    end: weekEnd(start),
    assignedManagerId: null,
    approvedById: null,
    submittedAt: null,
    approvedAt: null,
    comment: null,
    version: 0,
  };
}

/** The week of a row. */
export function weekOf(row: Selectable<Tables['time_week']>): StoredWeek {
  return {
    id: row.id,
    personId: row.person_id,
    start: row.week_start as WallDate,
    end: row.week_end as WallDate,
    state: row.state as ApprovalState,
    isLocked: row.is_locked,
    assignedManagerId: row.assigned_manager_id,
    approvedById: row.approved_by,
    submittedAt: row.submitted_at,
    approvedAt: row.approved_at,
    modifiedAt: row.modified_at,
    comment: row.comment,
    version: row.version,
  };
}

/** The row of a week, but for its organization. */
export function rowOf(week: StoredWeek) {
  return {
    id: week.id,
    person_id: week.personId,
    week_start: week.start,
    week_end: week.end,
    state: week.state,
    is_locked: week.isLocked,
    assigned_manager_id: week.assignedManagerId,
    approved_by: week.approvedById,
    submitted_at: week.submittedAt,
    approved_at: week.approvedAt,
    modified_at: week.modifiedAt,
    comment: week.comment,
    version: week.version,
  };
}
