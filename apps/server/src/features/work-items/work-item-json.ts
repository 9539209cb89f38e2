import type { TrackedWorkItem } from '@stint/contract';
import { type AzureDevOpsLook, colourKey } from '../../identity/organizations.ts';

/** A work item of our own copy as `workItemJson` answers it. */
export interface StoredWorkItem {
  id: number;
  title: string;
  type: string;
  project: string;
  effort: number | null;
  parent: { id: number; title: string; type: string; project: string } | null;
}

/**
 * SQL that answers one work item of our copy as JSON, deleted ones too, so that old worklogs keep their titles; null
 * when the copy does not know it. $1 is the organization; `id` is an SQL expression without columns of row-secured
 * tables, so that the index is used.
 */
export function workItemJson(id: string): string {
  return `(
    select json_build_object(
      'id', i.id, 'title', i.title, 'type', i.type, 'project', i.project, 'effort', i.effort,
      'parent', (
        select json_build_object('id', p.id, 'title', p.title, 'type', p.type, 'project', p.project)
        from work_item p
        where p.organization_id = $1::uuid and p.id = i.parent_id and p.deleted_at is null
      ))
    from work_item i
    where i.organization_id = $1::uuid and i.id = ${id}
  )`;
}

/** A work item on the wire (api.md 4). */
export function workItemOf(stored: StoredWorkItem, look: AzureDevOpsLook): TrackedWorkItem {
  const { id, title, project, type, effort, parent } = stored;
  const link = `${look.url}/${encodeURIComponent(project)}/_workitems/edit/${id}`;
  return {
    id,
    title,
    color: colourOf(look, project, type),
    teamProject: project,
    type,
    workItemLink: look.url === null ? '' : link,
    effort,
    parent: parent && {
      id: parent.id,
      title: parent.title,
      type: parent.type,
      color: colourOf(look, parent.project, parent.type),
    },
  };
}

/** Six hex digits; empty when the type is not known. */
function colourOf(look: AzureDevOpsLook, project: string, type: string): string {
  return look.colours[colourKey(project, type)] ?? '';
}
