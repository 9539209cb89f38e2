import type { DemoPerson } from './people.ts';
import type { ProcessType } from './process.ts';
import type { Project } from './projects.ts';
import { textOf } from './text.ts';
import { type Fields, findProject, type Item, latest, type Revision, type World } from './world.ts';

/** Who changes something, and when. */
export type Author = { readonly by: DemoPerson; readonly at: Date };

/** New values by reference name; `null` empties a field. */
export type FieldChanges = Readonly<Record<string, unknown>>;

/** Adds an item with the first state of its type. */
export function createItem(
  world: World,
  project: Project,
  type: ProcessType,
  changes: FieldChanges,
  author: Author,
): Item {
  const id = world.nextId;
  world.nextId += 1;
  const at = author.at.toISOString();
  const fields = withChanges(world, emptyFields(project, type, author), changes);
  const stamped = { ...fields, 'System.CreatedDate': at, 'System.CreatedBy': author.by, ...stamp(author) };
  const first = revision(world, id, 1, stamped, false);
  const item: Item = { id, revisions: [first], parentId: null };
  world.items.set(id, item);
  return item;
}

/** Adds a revision with changed fields; a new project moves the area and iteration to its roots unless they are given. */
export function changeItem(world: World, item: Item, changes: FieldChanges, author: Author): Revision {
  const before = latest(item);
  const fields = withChanges(world, before.fields, changes);
  const stateChanged = fields['System.State'] !== before.fields['System.State'];
  const stateDate = stateChanged ? { 'Microsoft.VSTS.Common.StateChangeDate': author.at.toISOString() } : {};
  return addRevision(world, item, { ...fields, ...stateDate, ...stamp(author) }, before.isDeleted);
}

/** Moves an item to the recycle bin; its links to parent and children end. */
export function removeItem(world: World, item: Item, author: Author): Revision {
  setParent(world, item, null, author);
  for (const link of childrenOf(world, item.id)) setParent(world, link, null, author);
  return addRevision(world, item, { ...latest(item).fields, ...stamp(author) }, true);
}

/** Takes an item out of the recycle bin, without its former links. */
export function restoreItem(world: World, item: Item, author: Author): Revision {
  return addRevision(world, item, { ...latest(item).fields, ...stamp(author) }, false);
}

/** Puts an item under another parent or under none; does nothing when it is there already. */
export function setParent(world: World, item: Item, parentId: number | null, author: Author): void {
  if (item.parentId === parentId) return;
  if (item.parentId !== null) pushLink(world, item.parentId, item.id, false, author);
  item.parentId = parentId;
  if (parentId !== null) pushLink(world, parentId, item.id, true, author);
}

/** The direct children of an item. */
export function childrenOf(world: World, id: number): Item[] {
  return [...world.items.values()].filter(({ parentId }) => parentId === id);
}

function withChanges(world: World, before: Fields, changes: FieldChanges): Fields {
  const project = findProject(world, textOf(changes['System.TeamProject']))?.name;
  const moved = project !== undefined && project !== before['System.TeamProject'];
  const roots = moved ? { 'System.AreaPath': project, 'System.IterationPath': project } : {};
  const merged = {
    ...before,
    ...roots,
    ...changes,
    ...(project === undefined ? {} : { 'System.TeamProject': project }),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null && value !== ''));
}

function addRevision(world: World, item: Item, fields: Fields, isDeleted: boolean): Revision {
  const added = revision(world, item.id, latest(item).rev + 1, fields, isDeleted);
  item.revisions.push(added);
  return added;
}

function revision(world: World, id: number, rev: number, fields: Fields, isDeleted: boolean): Revision {
  const added = { id, rev, watermark: world.revisions.length + 1, fields, isDeleted };
  world.revisions.push(added);
  return added;
}

function pushLink(
  world: World,
  parentId: number,
  childId: number,
  isActive: boolean,
  { by, at }: Author,
): void {
  const watermark = world.links.length + 1;
  world.links.push({ watermark, parentId, childId, changedDate: at.toISOString(), changedBy: by, isActive });
}

const stamp = ({ by, at }: Author): Fields => ({
  'System.ChangedDate': at.toISOString(),
  'System.ChangedBy': by,
});

const emptyFields = (project: Project, type: ProcessType, { at }: Author): Fields => ({
  'System.WorkItemType': type.name,
  'System.TeamProject': project.name,
  'System.AreaPath': project.name,
  'System.IterationPath': project.name,
  'System.Title': '',
  'System.State': type.states[0].name,
  'System.Reason': `New ${type.name.toLowerCase()}`,
  'System.CommentCount': 0,
  'Microsoft.VSTS.Common.Priority': 2,
  'Microsoft.VSTS.Common.StateChangeDate': at.toISOString(),
});
