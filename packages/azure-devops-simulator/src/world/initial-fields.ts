import { demoPeople, type DemoPerson } from './people.ts';
import type { PlannedItem } from './plan.ts';
import type { ProcessState, ProcessType, StateCategory } from './process.ts';
import type { Project } from './projects.ts';
import type { Random } from './random.ts';
import * as words from './vocabulary.ts';
import type { Fields } from './world.ts';

const day = 86_400_000;

/** The fields of an item when it was created and, when it was worked on since, as it is now. */
export type InitialFields = { readonly created: Fields; readonly changed: Fields | null };

/**
 * Draws the fields of one planned item.
 * @param end milliseconds since 1970 after which nothing has happened yet
 */
export function initialFields(
  random: Random,
  plan: PlannedItem,
  type: ProcessType,
  project: Project,
  end: number,
): InitialFields {
  const createdAt = end - random.between(15 * day, 380 * day);
  const author = random.pick(demoPeople);
  const [firstState] = type.states;
  const created: Fields = {
    'System.WorkItemType': type.name,
    'System.TeamProject': project.name,
    'System.AreaPath':
      plan.parent === null ? project.name : `${project.name}\\${project.areas[plan.area] ?? ''}`,
    'System.IterationPath': iterationPath(random, type, project),
    'System.Title': plan.title,
    'System.State': firstState.name,
    'System.Reason': `New ${type.name.toLowerCase()}`,
    'System.CreatedDate': iso(createdAt),
    'System.CreatedBy': author,
    'System.ChangedDate': iso(createdAt),
    'System.ChangedBy': author,
    'System.CommentCount': 0,
    'System.Description': random.pick(words.descriptions),
    'Microsoft.VSTS.Common.Priority': random.between(1, 4),
    'Microsoft.VSTS.Common.StateChangeDate': iso(createdAt),
    ...(random.chance(0.3) ? { 'System.Tags': random.pick(words.tags) } : {}),
    ...(type.name === 'Bug' ? { 'Microsoft.VSTS.TCM.ReproSteps': random.pick(words.reproSteps) } : {}),
    ...estimates(random, type),
  };
  const category = random.pick(['Proposed', 'InProgress', 'InProgress', 'Completed', 'Completed'] as const);
  if (category === 'Proposed') return { created, changed: null };
  const changedAt = createdAt + random.between(day, Math.max(day, end - createdAt));
  return {
    created,
    changed: { ...created, ...progress(random, type, category, created, Math.min(changedAt, end)) },
  };
}

function progress(
  random: Random,
  type: ProcessType,
  category: StateCategory,
  created: Fields,
  at: number,
): Fields {
  const worker: DemoPerson = random.pick(demoPeople);
  const state: ProcessState = type.states.find((one) => one.category === category) ?? type.states[0];
  const estimate = Number(created['Microsoft.VSTS.Scheduling.OriginalEstimate'] ?? 0);
  const done = category === 'Completed' ? estimate : Math.floor(estimate / 2);
  return {
    'System.State': state.name,
    'System.Reason': category === 'Completed' ? 'Work finished' : 'Work started',
    'System.AssignedTo': worker,
    'System.ChangedDate': iso(at),
    'System.ChangedBy': worker,
    'Microsoft.VSTS.Common.StateChangeDate': iso(at),
    ...(category === 'Completed' ? { 'Microsoft.VSTS.Common.ClosedDate': iso(at) } : {}),
    ...(type.name === 'Task'
      ? {
          'Microsoft.VSTS.Scheduling.RemainingWork': estimate - done,
          'Microsoft.VSTS.Scheduling.CompletedWork': done,
        }
      : {}),
  };
}

function estimates(random: Random, type: ProcessType): Fields {
  if (type.name !== 'Task')
    return { 'Microsoft.VSTS.Scheduling.Effort': random.pick([1, 2, 3, 5, 8, 13, 20]) };
  const hours = random.between(1, 16);
  return {
    'Microsoft.VSTS.Scheduling.OriginalEstimate': hours,
    'Microsoft.VSTS.Scheduling.RemainingWork': hours,
    'Microsoft.VSTS.Common.Activity': random.pick(['Development', 'Testing', 'Design', 'Documentation']),
  };
}

function iterationPath(random: Random, type: ProcessType, project: Project): string {
  const planned = type.name !== 'Epic' && type.name !== 'Feature';
  return planned ? `${project.name}\\${random.pick(project.iterations).name}` : project.name;
}

const iso = (time: number): string => new Date(time).toISOString();
