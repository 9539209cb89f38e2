import type { calls, QueryOf } from '@stint/contract';
import { readClientTime } from '@stint/domain';
import { Refusal } from '../../refusal.ts';

/** Which entries to read; what is null or left out narrows nothing. */
export interface AuditFilter {
  /** Instants, RFC 3339 in UTC: inclusive, and exclusive. */
  from: string | null;
  until: string | null;
  personId: string | null;
  entity: string | null;
  entityId: string | null;
  action: string | null;
  via: string | null;
}

type Asked = QueryOf<typeof calls.listAuditLog> | QueryOf<typeof calls.exportAuditLog>;

/** Reads the options of a request; ApiVersionError for a bound that is no time. */
export function filterOf(query: Asked): AuditFilter {
  return {
    from: readInstant('$fromTimestamp', query.$fromTimestamp),
    until: readInstant('$toTimestamp', query.$toTimestamp),
    personId: query.$userId ?? null,
    entity: query.$entity ?? null,
    entityId: query.$entityId ?? null,
    action: query.$action ?? null,
    via: query.$via ?? null,
  };
}

/** A time without an offset is UTC: entries are instants, and belong to nobody's wall clock. */
function readInstant(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const read = readClientTime(text);
  if (read.kind === 'error') throw new Refusal('ApiVersionError', `${option}: ${read.reason}.`);
  return read.kind === 'wall' ? `${read.wall}Z` : new Date(read.instant).toISOString();
}
