import type { calls, QueryOf } from '@stint/contract';
import { addDays, readWallDate, toInstant, type WallDate, type WallTime } from '@stint/domain';

/** Through which door an act came. */
export const VIAS = ['web', 'rest', 'tracking', 'pairing', 'job', 'cli'] as const;
type Via = (typeof VIAS)[number];

/** What of the audit log is shown, as it stands in the address; what is left out narrows nothing. */
export interface AuditSearch {
  /** First and last day, by the person’s clock. */
  readonly from?: string;
  readonly to?: string;
  readonly person?: string;
  readonly thing?: string;
  /** The id of one thing. */
  readonly id?: string;
  readonly act?: string;
  readonly way?: string;
}

const NAMES = [
  'from',
  'to',
  'person',
  'thing',
  'id',
  'act',
  'way',
] as const satisfies readonly (keyof AuditSearch)[];
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_LETTERS = 100;

/** Reads the filters from an address; a wrong value is as none. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const texts = NAMES.map((name) => [name, search[name]] as const).filter(
    ([name, value]) => typeof value === 'string' && isValue(name, value),
  );
  return Object.fromEntries(texts);
}

function isValue(name: keyof AuditSearch, value: string): boolean {
  if (value === '' || value.length > MOST_LETTERS) return false;
  if (name === 'from' || name === 'to') return readWallDate(value) !== null;
  if (name === 'person') return GUID.test(value);
  return name !== 'way' || VIAS.some((via) => via === value);
}

/** Whether the last day lies before the first. */
export function endsBeforeItBegins({ from, to }: AuditSearch): boolean {
  return from !== undefined && to !== undefined && to < from;
}

type Filter = Omit<QueryOf<typeof calls.listAuditLog>, '$count' | '$after' | '$expand'>;

/** The filters as the API takes them: days become the instants at which they begin and end in a zone. */
export function auditFilter(search: AuditSearch, zone: string): Filter {
  const from = readWallDate(search.from ?? '');
  const to = readWallDate(search.to ?? '');
  return {
    ...(from && { $fromTimestamp: beginningOf(from, zone) }),
    ...(to && { $toTimestamp: beginningOf(addDays(to, 1), zone) }),
    ...(search.person && { $userId: search.person }),
    ...(search.thing && { $entity: search.thing }),
    ...(search.id && { $entityId: search.id }),
    ...(search.act && { $action: search.act }),
    ...(search.way && { $via: search.way as Via }),
  };
}

function beginningOf(day: WallDate, zone: string): string {
  return new Date(toInstant(`${day}T00:00:00` as WallTime, zone)).toISOString();
}
