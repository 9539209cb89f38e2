/**
 * SQL that answers one work item of our copy as JSON, deleted ones too, or null when the copy does not know it: what
 * the work items' `workItemOf` presents, within the statement that needs it. $1 is the organization; `id` is an SQL
 * expression without columns of row-secured tables, so that the index is used.
 */
export function workItemJson(id: string): string {
  return `(
    select json_build_object(
      'id', i.id, 'title', i.title, 'type', i.type, 'color', coalesce(y.color, ''), 'project', i.project,
      'effort', i.effort, 'connectionUrl', c.url,
      'parent', (
        select json_build_object('id', p.id, 'title', p.title, 'type', p.type, 'color', coalesce(py.color, ''))
        from work_item p
        left join work_item_type py on py.organization_id = $1 and py.project = p.project and py.name = p.type
        where p.organization_id = $1 and p.id = i.parent_id and p.deleted_at is null
      ))
    from work_item i
    left join work_item_type y on y.organization_id = $1 and y.project = i.project and y.name = i.type
    left join azure_devops_connection c on c.organization_id = $1
    where i.organization_id = $1 and i.id = ${id}
  )`;
}
