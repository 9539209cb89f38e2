import type { Group } from './groups.ts';
import type { DemoPerson } from './people.ts';
import type { Project } from './projects.ts';

/** Field values by reference name; people fields hold a {@link DemoPerson}, dates are ISO 8601 UTC. */
export type Fields = Readonly<Record<string, unknown>>;

export type Revision = {
  readonly id: number;
  readonly rev: number;
  /** Position in the history of the whole collection, from 1. */
  readonly watermark: number;
  readonly fields: Fields;
  readonly isDeleted: boolean;
};

/** A parent was set (`isActive`) or taken away. */
export type LinkChange = {
  readonly watermark: number;
  readonly parentId: number;
  readonly childId: number;
  readonly changedDate: string;
  readonly changedBy: DemoPerson;
  readonly isActive: boolean;
};

export type Item = {
  readonly id: number;
  /** Oldest first, never empty. */
  readonly revisions: [Revision, ...Revision[]];
  parentId: number | null;
};

/** Everything the simulated organization knows; changed only by the functions of `changes.ts`. */
export type World = {
  readonly people: readonly DemoPerson[];
  /** People who are in groups, but in no team. */
  readonly guests: DemoPerson[];
  readonly groups: readonly Group[];
  readonly projects: readonly Project[];
  readonly items: Map<number, Item>;
  /** All revisions of all items, in order of their watermark. */
  readonly revisions: Revision[];
  /** All changes of the hierarchy, in order of their watermark. */
  readonly links: LinkChange[];
  nextId: number;
};

/** The newest revision of an item. */
export function latest(item: Item): Revision {
  return item.revisions.at(-1) ?? item.revisions[0];
}

/** The item with this id unless it is unknown or in the recycle bin. */
export function liveItem(world: World, id: number): Item | undefined {
  const item = world.items.get(id);
  return item !== undefined && !latest(item).isDeleted ? item : undefined;
}

/** Finds a project by name in any letter case, or by GUID. */
export function findProject(world: World, nameOrId: string): Project | undefined {
  const wanted = nameOrId.toLowerCase();
  return world.projects.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
}
