import { type Item, latest, makeWorld, processTypes } from '@stint/azure-devops-simulator';

/** A work item as far as worklogs of the demo need it. */
export interface DemoWorkItem {
  id: number;
  type: string;
  project: string;
}

const COUNT = 400;

/**
 * The work items of the demo and the rows of `work_item` and `work_item_type`, as reading the simulated Azure DevOps
 * with the same seed would give them.
 * @param today UTC day on which the demo year ends, `YYYY-MM-DD`
 */
export function demoWorkItems(seed: number, today: string, organizationId: string) {
  const world = makeWorld({ seed, workItems: COUNT, today });
  const items = [...world.items.values()];
  return {
    items: items.map(demoWorkItem),
    itemRows: items.map((item) => itemRow(item, organizationId)),
    typeRows: world.projects.flatMap(({ name }) => typeRows(name, organizationId)),
  };
}

function demoWorkItem(item: Item): DemoWorkItem {
  const { fields } = latest(item);
  return {
    id: item.id,
    type: String(fields['System.WorkItemType']),
    project: String(fields['System.TeamProject']),
  };
}

function itemRow(item: Item, organizationId: string) {
  const { rev, fields } = latest(item);
  const type = String(fields['System.WorkItemType']);
  const state = String(fields['System.State']);
  const assigned = fields['System.AssignedTo'] as { uniqueName: string } | undefined;
  return {
    organization_id: organizationId,
    id: item.id,
    revision: rev,
    type,
    title: fields['System.Title'],
    state,
    state_category: categoryOf(type, state),
    project: fields['System.TeamProject'],
    area_path: fields['System.AreaPath'],
    iteration_path: fields['System.IterationPath'],
    assigned_to: assigned?.uniqueName ?? null,
    parent_id: item.parentId,
    effort: fields['Microsoft.VSTS.Scheduling.Effort'] ?? null,
    created_at: fields['System.CreatedDate'],
    changed_at: fields['System.ChangedDate'],
    fields,
  };
}

function categoryOf(type: string, state: string): string {
  const states = processTypes.find(({ name }) => name === type)?.states ?? [];
  return states.find(({ name }) => name === state)?.category ?? 'Proposed';
}

function typeRows(project: string, organizationId: string) {
  return processTypes.map(({ name, color, states }) => ({
    organization_id: organizationId,
    project,
    name,
    color,
    states: states.map((state) => ({ name: state.name, category: state.category })),
  }));
}
