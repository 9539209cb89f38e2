import type { Report, Widget, WidgetTimeframe } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** What the pages show of a report, and what they are limited to at first. */
export interface ReportContent {
  timeframeFilter: WidgetTimeframe | null;
  scope: Report['scope'];
  project: string | null;
  widgets: Widget[];
}

export interface StoredReport {
  id: string;
  ownerId: string | null;
  ownerName: string | null;
  name: string;
  description: string;
  visibility: Report['visibility'];
  shareId: string | null;
  content: ReportContent;
  /** RFC 3339, UTC. */
  changed: string;
  version: number;
}

export type ReportColumns = Pick<StoredReport, 'name' | 'description' | 'visibility' | 'content'>;

const select = (db: Db, organizationId: string) =>
  db
    .selectFrom('report as r')
    .leftJoin('person as p', (join) =>
      join.onRef('p.organization_id', '=', 'r.organization_id').onRef('p.id', '=', 'r.person_id'),
    )
    .where('r.organization_id', '=', organizationId)
    .select([
      'r.id',
      'r.person_id as ownerId',
      'p.display_name as ownerName',
      'r.name',
      'r.description',
      'r.visibility',
      'r.share_id as shareId',
      'r.content',
      'r.changed_at as changed',
      'r.version',
    ])
    .$castTo<StoredReport>();

/** The reports of one person in their order, then those of others that everybody sees, by name. */
export function readReports(db: Db, organizationId: string, personId: string): Promise<StoredReport[]> {
  return select(db, organizationId)
    .where((where) =>
      where.or([where('r.person_id', '=', personId), where('r.visibility', '=', 'organization')]),
    )
    .orderBy(sql`r.person_id is not distinct from ${personId}`, 'desc')
    .orderBy(sql`case when r.person_id = ${personId} then r.position end`)
    .orderBy(sql`lower(r.name)`)
    .orderBy('r.id')
    .execute();
}

/** One report; `lock` keeps every other change of it waiting until the transaction ends. */
export async function findReport(
  db: Db,
  organizationId: string,
  id: string,
  { lock = false } = {},
): Promise<StoredReport | null> {
  const query = select(db, organizationId).where('r.id', '=', id);
  return (await (lock ? query.forUpdate('r') : query).executeTakeFirst()) ?? null;
}

export async function findSharedReport(
  db: Db,
  organizationId: string,
  shareId: string,
): Promise<StoredReport | null> {
  return (await select(db, organizationId).where('r.share_id', '=', shareId).executeTakeFirst()) ?? null;
}

/** Adds a report behind the others of its owner. */
export async function insertReport(
  db: Db,
  organizationId: string,
  report: ReportColumns & { id: string; ownerId: string },
): Promise<void> {
  const { id, ownerId } = report;
  await db
    .insertInto('report')
    .values({
      organization_id: organizationId,
      id,
      person_id: ownerId,
      ...columnsOf(report),
      position: sql<number>`coalesce((select max(position) + 1 from report
        where organization_id = ${organizationId} and person_id = ${ownerId}), 0)`,
    })
    .execute();
}

export async function updateReport(
  db: Db,
  organizationId: string,
  id: string,
  values: ReportColumns | { shareId: string | null },
): Promise<void> {
  await db
    .updateTable('report')
    .set({
      ...('shareId' in values ? { share_id: values.shareId } : columnsOf(values)),
      changed_at: sql<string>`now()`,
      version: sql<number>`version + 1`,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** Deletes a report with the plans by which it is mailed. */
export async function deleteReport(db: Db, organizationId: string, id: string): Promise<void> {
  await db
    .deleteFrom('report_schedule')
    .where('organization_id', '=', organizationId)
    .where('report_id', '=', id)
    .execute();
  await db.deleteFrom('report').where('organization_id', '=', organizationId).where('id', '=', id).execute();
}

/** Puts a person's reports into the order of these ids; others follow as they stood. */
export async function writeOrder(
  db: Db,
  organizationId: string,
  personId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update report set position = wanted.place
    from (
      select r.id, row_number() over (order by array_position(${[...ids]}::uuid[], r.id), r.position, r.id) as place
      from report r where r.organization_id = ${organizationId} and r.person_id = ${personId}
    ) wanted
    where report.organization_id = ${organizationId} and report.id = wanted.id`.execute(db);
}

function columnsOf({ name, description, visibility, content }: ReportColumns) {
  return { name, description, visibility, content: JSON.stringify(content) };
}
