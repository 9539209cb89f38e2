import type { TrackDetails, TrackingEffect, TrackingState } from '@stint/domain';
import { v7 as uuid } from 'uuid';
import type { Source } from '../../http/asked.ts';

/** One line of the append-only record, as SQL reads it. */
export interface AuditRow {
  id: string;
  person_id: string | null;
  via: Source['via'];
  address: string | null;
  action: 'start' | 'stop' | 'drop' | 'adjust';
  entity_id: string;
  before: object | null;
  after: object | null;
}

/** What a change did to tracks: ended, adjusted, started. The entity is the worklog that the track becomes. */
export function auditRowsOf(
  before: TrackingState,
  after: TrackingState,
  effects: readonly TrackingEffect[],
  source: Source,
): AuditRow[] {
  const row = (
    action: AuditRow['action'],
    id: string,
    details: { before?: TrackDetails; after: object },
  ): AuditRow => ({
    id: uuid(),
    person_id: source.personId,
    via: source.via,
    address: source.address,
    action,
    entity_id: id,
    before: details.before ?? null,
    after: details.after,
  });
  const rows: AuditRow[] = [];
  for (const effect of effects) {
    if (effect.type === 'lostToOtherDevice') continue;
    const { workLogId, seconds, stoppedTrackType } = effect;
    rows.push(
      row(effect.type === 'book' ? 'stop' : 'drop', workLogId, { after: { seconds, stoppedTrackType } }),
    );
  }
  const [old, run] = [before.run, after.run];
  if (run === null) return rows;
  if (old?.workLogId !== run.workLogId) {
    rows.push(row('start', run.workLogId, { after: { ...run.details, startedAt: run.startedAt } }));
  } else if (old.details !== run.details) {
    rows.push(row('adjust', run.workLogId, { before: old.details, after: run.details }));
  }
  return rows;
}
