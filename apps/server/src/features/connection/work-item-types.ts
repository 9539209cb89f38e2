import type { AzureDevOps, WorkItemSnapshot } from '@stint/azure-devops';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { jsonbOf } from './json.ts';

/** A row of work_item_type. */
export interface TypeRow {
  project: string;
  name: string;
  color: string;
  states: readonly { name: string; category: string }[];
}

/** What states mean: Proposed, InProgress, Resolved, Completed, Removed. */
export interface Categories {
  /** Proposed for a state that is not known (yet). */
  of(item: Pick<WorkItemSnapshot, 'project' | 'type' | 'state'>): string;
  /** Whether a state was asked for that is not known: a new project, type or state. */
  hasMissed(): boolean;
}

export async function readTypes(azureDevOps: AzureDevOps): Promise<TypeRow[]> {
  const rows: TypeRow[] = [];
  for (const project of await azureDevOps.projects()) {
    for (const { name, color, states } of await azureDevOps.workItemTypes(project.id)) {
      const known = states.map((state) => ({ name: state.name, category: state.category }));
      rows.push({ project: project.name, name, color, states: known });
    }
  }
  return rows;
}

const keyOf = (...parts: string[]) => parts.join('\n').toLowerCase();

export function categoriesOf(types: readonly TypeRow[]): Categories {
  const known = new Map(
    types.flatMap(({ project, name, states }) =>
      states.map((state) => [keyOf(project, name, state.name), state.category] as const),
    ),
  );
  let missed = false;
  return {
    of({ project, type, state }) {
      const category = known.get(keyOf(project, type, state));
      missed ||= category === undefined;
      return category ?? 'Proposed';
    },
    hasMissed: () => missed,
  };
}

/** Stores types and, where their states have changed their meaning, corrects the work items. */
export async function saveTypes(db: Db, organizationId: string, types: readonly TypeRow[]): Promise<void> {
  const changed = await sql`
    insert into work_item_type (organization_id, project, name, color, states)
    select ${organizationId}::uuid, type.*
    from jsonb_to_recordset(${jsonbOf(types)}::jsonb) as type(project text, name text, color text, states jsonb)
    on conflict (organization_id, project, name) do update set color = excluded.color, states = excluded.states
    where (work_item_type.color, work_item_type.states) is distinct from (excluded.color, excluded.states)`.execute(
    db,
  );
  if (changed.numAffectedRows === 0n) return;
  await sql`
    update work_item set state_category = meaning.category
    from (
      select type.project, type.name, state ->> 'name' as state, state ->> 'category' as category
      from work_item_type type, jsonb_array_elements(type.states) state
      where type.organization_id = ${organizationId}::uuid
    ) meaning
    where organization_id = ${organizationId}::uuid and work_item.project = meaning.project
      and work_item.type = meaning.name and work_item.state = meaning.state
      and work_item.state_category <> meaning.category`.execute(db);
}
