/** What Azure DevOps calls the meaning of a state, whatever its name. */
export type StateCategory = 'Proposed' | 'InProgress' | 'Completed' | 'Removed';
export type ProcessState = {
  readonly name: string;
  readonly color: string;
  readonly category: StateCategory;
};
export type ProcessType = {
  readonly name: WorkItemTypeName;
  readonly referenceName: string;
  /** RGB in hexadecimal without `#`, as Azure DevOps sends it. */
  readonly color: string;
  readonly icon: string;
  readonly states: readonly [ProcessState, ...ProcessState[]];
  /** Fields of the planning of work that items of the type have, by reference name. */
  readonly scheduling: readonly string[];
};
export type WorkItemTypeName = 'Epic' | 'Feature' | 'Product Backlog Item' | 'Bug' | 'Task';

const state = (name: string, category: StateCategory): ProcessState => {
  const color = { Proposed: 'b2b2b2', InProgress: '007acc', Completed: '339933', Removed: 'ffffff' }[
    category
  ];
  return { name, color, category };
};

const portfolio = [
  state('New', 'Proposed'),
  state('In Progress', 'InProgress'),
  state('Done', 'Completed'),
  state('Removed', 'Removed'),
] as const;
const backlog = [
  state('New', 'Proposed'),
  state('Approved', 'Proposed'),
  state('Committed', 'InProgress'),
  state('Done', 'Completed'),
  state('Removed', 'Removed'),
] as const;
const task = [
  state('To Do', 'Proposed'),
  state('In Progress', 'InProgress'),
  state('Done', 'Completed'),
  state('Removed', 'Removed'),
] as const;

const scheduling = (...names: string[]): readonly string[] =>
  names.map((name) => `Microsoft.VSTS.Scheduling.${name}`);
const planned = scheduling('Effort');
const worked = scheduling('OriginalEstimate', 'RemainingWork', 'CompletedWork');

/** The work item types of both projects: those of the Scrum process, highest level first. */
export const processTypes: readonly ProcessType[] = [
  {
    name: 'Epic',
    referenceName: 'Microsoft.VSTS.WorkItemTypes.Epic',
    color: 'E06C00',
    icon: 'icon_crown',
    states: portfolio,
    scheduling: planned,
  },
  {
    name: 'Feature',
    referenceName: 'Microsoft.VSTS.WorkItemTypes.Feature',
    color: '773B93',
    icon: 'icon_trophy',
    states: portfolio,
    scheduling: planned,
  },
  {
    name: 'Product Backlog Item',
    referenceName: 'Microsoft.VSTS.WorkItemTypes.ProductBacklogItem',
    color: '009CCC',
    icon: 'icon_list',
    states: backlog,
    scheduling: planned,
  },
  {
    name: 'Bug',
    referenceName: 'Microsoft.VSTS.WorkItemTypes.Bug',
    color: 'CC293D',
    icon: 'icon_insect',
    states: backlog,
    scheduling: planned,
  },
  {
    name: 'Task',
    referenceName: 'Microsoft.VSTS.WorkItemTypes.Task',
    color: 'A4880A',
    icon: 'icon_clipboard',
    states: task,
    scheduling: worked,
  },
];

/** Finds a work item type by name in any letter case. */
export function findType(name: string): ProcessType | undefined {
  return processTypes.find((type) => type.name.toLowerCase() === name.toLowerCase());
}

/** Whether a field is one of the planning of work that items of a type do not have. */
export function isForeignField(typeName: string, field: string): boolean {
  const type = findType(typeName);
  const isOfOthers = processTypes.some(({ scheduling: names }) => names.includes(field));
  return type !== undefined && isOfOthers && !type.scheduling.includes(field);
}
