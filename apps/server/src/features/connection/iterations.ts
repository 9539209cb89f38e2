import type { AzureDevOps, Iteration } from '@stint/azure-devops';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { jsonbOf } from './json.ts';

/** A row of iteration. */
export type IterationRow = Iteration & { project: string };

export async function readIterations(azureDevOps: AzureDevOps): Promise<IterationRow[]> {
  const rows: IterationRow[] = [];
  for (const project of await azureDevOps.projects()) {
    for (const iteration of await azureDevOps.iterations(project.id))
      rows.push({ project: project.name, ...iteration });
  }
  return rows;
}

/** Stores the iterations in the place of those that were known. */
export async function saveIterations(
  db: Db,
  organizationId: string,
  rows: readonly IterationRow[],
): Promise<void> {
  const paths = rows.map(({ path }) => path);
  await sql`delete from iteration
    where organization_id = ${organizationId}::uuid and path <> all (${paths}::text[])`.execute(db);
  await sql`
    insert into iteration as known (organization_id, path, project, start_date, finish_date)
    select ${organizationId}::uuid, path, min(project), min("startDate"), max("finishDate")
    from jsonb_to_recordset(${jsonbOf(rows)}::jsonb) as row(path text, project text, "startDate" date, "finishDate" date)
    group by path
    on conflict (organization_id, path) do update
      set project = excluded.project, start_date = excluded.start_date, finish_date = excluded.finish_date
      where (known.project, known.start_date, known.finish_date)
        is distinct from (excluded.project, excluded.start_date, excluded.finish_date)`.execute(db);
}
