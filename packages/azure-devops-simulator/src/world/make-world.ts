import { initialFields } from './initial-fields.ts';
import { makeGroups } from './groups.ts';
import { demoPeople } from './people.ts';
import { planItems, type PlannedItem } from './plan.ts';
import { processTypes, type ProcessType } from './process.ts';
import { makeProjects } from './projects.ts';
import { makeRandom } from './random.ts';
import type { Fields, World } from './world.ts';

export type WorldOptions = {
  /** Same seed, same world. */
  readonly seed: number;
  /** How many work items, at least 4 (one of each level). */
  readonly workItems: number;
  /** The UTC day on which the world ends, `YYYY-MM-DD`; moves dates and sprints, nothing else. */
  readonly today?: string;
};

/** The name of the one collection (on Services: the organization). */
export const collection = 'demo';

/** The id of the first item: the task of cleo that demo, documentation and tests speak of. */
const firstId = 1001;

/**
 * Makes the demo organization: pure, and the same for the same options.
 * Item 1001 is the task "Retry failed uploads" in Atlas, in progress, assigned to cleo.
 * @throws RangeError when `workItems` is not a whole number of at least 4
 */
export function makeWorld({ seed, workItems, today = '2026-01-05' }: WorldOptions): World {
  if (!Number.isSafeInteger(workItems) || workItems < 4) throw new RangeError('workItems must be at least 4');
  const random = makeRandom(seed);
  const projects = makeProjects(today);
  const end = Date.parse(`${today}T00:00:00Z`);
  const plan = planItems(random, workItems);
  const ids = idsOf(plan);
  const drafts = plan.map((planned, index) => {
    const isFirst = ids[index] === firstId;
    const type = typeOf(planned);
    const drawn = initialFields(random, planned, type, projects[planned.project], end);
    const fields = isFirst ? firstTask(drawn.created) : drawn;
    return {
      id: ids[index] ?? 0,
      parentId: planned.parent === null ? null : (ids[planned.parent] ?? null),
      fields,
    };
  });
  const world: World = {
    people: demoPeople,
    guests: [],
    groups: makeGroups(
      collection,
      projects.map(({ name }) => name),
      demoPeople,
    ),
    projects,
    items: new Map(),
    revisions: [],
    links: [],
    nextId: firstId + workItems,
  };
  for (const draft of drafts.sort((left, right) => left.id - right.id)) addDraft(world, draft);
  return world;
}

type Draft = {
  readonly id: number;
  readonly parentId: number | null;
  readonly fields: { readonly created: Fields; readonly changed: Fields | null };
};

function addDraft(world: World, { id, parentId, fields }: Draft): void {
  const watermark = world.revisions.length + 1;
  const first = { id, rev: 1, watermark, fields: fields.created, isDeleted: false };
  world.revisions.push(first);
  const item = { id, revisions: [first] as [typeof first], parentId };
  world.items.set(id, item);
  if (fields.changed !== null) {
    const second = { id, rev: 2, watermark: watermark + 1, fields: fields.changed, isDeleted: false };
    world.revisions.push(second);
    (item.revisions as (typeof first)[]).push(second);
  }
  if (parentId === null) return;
  const changedDate = String(fields.created['System.CreatedDate']);
  world.links.push({
    watermark: world.links.length + 1,
    parentId,
    childId: id,
    changedDate,
    changedBy: demoPeople[0],
    isActive: true,
  });
}

/** Ids in order of the plan, but the first task of Atlas comes before all. */
function idsOf(plan: readonly PlannedItem[]): number[] {
  const first = plan.findIndex(({ type, project }) => type === 'Task' && project === 0);
  return plan.map((_, index) => (index === first ? firstId : firstId + index + (index < first ? 1 : 0)));
}

function typeOf({ type }: PlannedItem): ProcessType {
  const [epic, ...others] = processTypes;
  const found = others.find(({ name }) => name === type) ?? epic;
  if (found === undefined) throw new Error(`no work item type ${type}`);
  return found;
}

function firstTask(drawn: Fields): Draft['fields'] {
  const cleo = demoPeople.find(({ uniqueName }) => uniqueName === 'cleo@demo.local');
  const created = { ...drawn, 'System.Title': 'Retry failed uploads', 'System.Tags': 'web; quick win' };
  const changed = {
    ...created,
    'System.AssignedTo': cleo,
    'System.State': 'In Progress',
    'System.Reason': 'Work started',
  };
  return { created, changed };
}
