import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** What a budget is attached to or excluded at: exactly one of the three is not null. */
export interface Thing {
  workItemId: number | null;
  iterationPath: string | null;
  workLogId: string | null;
}

/** The things by their kind. */
export function sorted(things: readonly Thing[]): {
  workItemIds: number[];
  paths: string[];
  workLogIds: string[];
} {
  return {
    workItemIds: things.flatMap(({ workItemId }) => workItemId ?? []),
    paths: things.flatMap(({ iterationPath }) => iterationPath ?? []),
    workLogIds: things.flatMap(({ workLogId }) => workLogId ?? []),
  };
}

/** A text that is the same for the same thing; iterations match in any letter case. */
export function keyOf({ workItemId, iterationPath, workLogId }: Thing): string {
  return String(workItemId ?? iterationPath?.toLowerCase() ?? workLogId);
}

/** The keys of those among the things that exist; an iteration does when a work item is in it or below it. */
export async function knownThings(
  db: Db,
  organizationId: string,
  things: readonly Thing[],
): Promise<ReadonlySet<string>> {
  const { workItemIds, paths, workLogIds } = sorted(things);
  const { rows } = await sql<Thing>`
    select id as "workItemId", null as "iterationPath", null::uuid as "workLogId" from work_item
    where organization_id = ${organizationId}::uuid and id = any (${workItemIds}::integer[]) and deleted_at is null
    union all
    select null, path, null from unnest(${paths}::text[]) path
    where exists (
      select from (
        select distinct lower(iteration_path) as path from work_item
        where organization_id = ${organizationId}::uuid and cardinality(${paths}::text[]) > 0
      ) known
      where starts_with(known.path || '\\', lower(path.path) || '\\')
    )
    union all
    select null, null, id from work_log
    where organization_id = ${organizationId}::uuid and id = any (${workLogIds}::uuid[]) and deleted_at is null`.execute(
    db,
  );
  return new Set(rows.map(keyOf));
}

/** The work items among the things, and those in their iterations. */
export async function workItemsUnder(
  db: Db,
  organizationId: string,
  things: readonly Thing[],
): Promise<number[]> {
  const { workItemIds, paths } = sorted(things);
  if (paths.length === 0) return workItemIds;
  const { rows } = await sql<{ id: number }>`
    select id from work_item
    where organization_id = ${organizationId}::uuid and exists (
      select from unnest(${paths}::text[]) path where starts_with(lower(iteration_path) || '\\', lower(path) || '\\'))`.execute(
    db,
  );
  return [...workItemIds, ...rows.map(({ id }) => id)];
}
