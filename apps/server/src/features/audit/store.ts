import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { AuditFilter } from './filter.ts';
import type { Scope } from './policy.ts';

/** One line of the record with who did it; the person's columns are null when nobody did. */
export interface AuditRow {
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  personId: string | null;
  via: string;
  address: string | null;
  action: string;
  entity: string;
  entityId: string;
  before: unknown;
  after: unknown;
  /** The person whose thing it was, where somebody else did it. */
  affects: string | null;
  uniqueName: string | null;
  email: string | null;
  displayName: string | null;
  azureDevOpsId: string | null;
}

export interface Page {
  /** The id of the last entry before this page. */
  after: string | null;
  count: number;
}

/** Reads one page, newest first. */
export async function readPage(
  db: Db,
  organizationId: string,
  scope: Scope,
  filter: AuditFilter,
  page: Page,
): Promise<AuditRow[]> {
  return (await pageQuery(organizationId, scope, filter, page).execute(db)).rows;
}

/** The query of a page. What one person may read comes from two indexes, each in the order of ids and cut on its own. */
export function pageQuery(
  organizationId: string,
  scope: Scope,
  filter: AuditFilter,
  page: Page,
): RawBuilder<AuditRow> {
  const part = (who: RawBuilder<unknown>) => sql`(
    select * from audit_log
    where organization_id = ${organizationId}::uuid and ${who}${conditions(filter, page)}
    order by id desc limit ${page.count})`;
  const entries =
    scope === null
      ? part(sql`true`)
      : sql`(${part(sql`person_id = ${scope.personId}::uuid`)} union all ${part(sql`affects = ${scope.personId}::uuid`)})`;
  return sql<AuditRow>`
    select e.id, e.at, e.person_id as "personId", e.via, e.address, e.action, e.entity, e.entity_id as "entityId",
      e.before, e.after, e.affects, p.unique_name as "uniqueName", p.email, p.display_name as "displayName",
      p.azure_devops_id as "azureDevOpsId"
    from ${entries} e left join person p on p.organization_id = ${organizationId}::uuid and p.id = e.person_id
    order by e.id desc limit ${page.count}`;
}

/** Milliseconds by which the clocks that made ids and times may disagree. */
const SLACK = 86_400_000;

/**
 * The least UUIDv7 of a moment: ids begin with their time, so bounds of time are bounds of the index as well. The
 * planner would otherwise look for a day from the newest entry on.
 */
function firstIdAt(instant: string, offset: number): string {
  const milliseconds = Math.max(0, Date.parse(instant) + offset);
  const time = milliseconds.toString(16).padStart(12, '0').slice(-12);
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

function conditions(filter: AuditFilter, { after }: Page): RawBuilder<unknown> {
  const { from, until, personId, entity, entityId, action, via } = filter;
  const given = [
    from !== null && sql`at >= ${from}::timestamptz and id >= ${firstIdAt(from, -SLACK)}::uuid`,
    until !== null && sql`at < ${until}::timestamptz and id < ${firstIdAt(until, SLACK)}::uuid`,
    personId !== null && sql`person_id = ${personId}::uuid`,
    entity !== null && sql`entity = ${entity}`,
    entityId !== null && sql`entity_id = ${entityId}`,
    action !== null && sql`action = ${action}`,
    via !== null && sql`via = ${via}`,
    after !== null && sql`id < ${after}::uuid`,
  ].filter((each) => each !== false);
  return given.length === 0 ? sql`` : sql` and ${sql.join(given, sql` and `)}`;
}
