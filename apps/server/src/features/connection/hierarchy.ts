import type { ParentLink } from '@stint/azure-devops';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { resolveBudgetsOf } from '../budgets/inheritance.ts';

/** What several link changes mean for one child. */
export interface ParentChange {
  childId: number;
  /** The parent after all changes; null clears it. */
  parentId: number | null;
  /** Clear it only when it is one of these; null clears any. */
  formerParents: readonly number[] | null;
}

/** Sums up link changes, oldest first, per child; a link may end before or after the one that takes its place begins. */
export function parentChanges(links: readonly ParentLink[]): ParentChange[] {
  const changes = new Map<number, ParentChange>();
  for (const { childId, parentId, active } of links) {
    const before = changes.get(childId) ?? { childId, parentId: null, formerParents: [] };
    changes.set(childId, active ? { childId, parentId, formerParents: null } : without(before, parentId));
  }
  return [...changes.values()];
}

function without({ childId, parentId, formerParents }: ParentChange, ended: number): ParentChange {
  return {
    childId,
    parentId: parentId === ended ? null : parentId,
    formerParents: formerParents && [...formerParents, ended],
  };
}

/** Puts children under their parents, and gives those that have moved their budgets. */
export async function saveParents(
  db: Db,
  organizationId: string,
  links: readonly ParentLink[],
): Promise<void> {
  const changes = parentChanges(links);
  if (changes.length === 0) return;
  const { rows: moved } = await sql<{ id: number }>`
    update work_item set parent_id = change."parentId"
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as change("childId" integer, "parentId" integer, "formerParents" integer[])
    where organization_id = ${organizationId}::uuid and id = change."childId"
      and work_item.parent_id is distinct from change."parentId"
      and (change."parentId" is not null or change."formerParents" is null
        or work_item.parent_id = any (change."formerParents"))
    returning id`.execute(db);
  await resolveBudgetsOf(
    db,
    organizationId,
    moved.map(({ id }) => id),
  );
}
