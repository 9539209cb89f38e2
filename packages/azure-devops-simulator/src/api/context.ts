import type { DemoPerson } from '../world/people.ts';
import type { Author } from '../world/changes.ts';
import type { World } from '../world/world.ts';

/** Azure DevOps Services, or Azure DevOps Server on premises. */
export type Deployment = 'services' | 'server';

/** What the routes need. */
export type Context = {
  readonly world: World;
  readonly deployment: Deployment;
  /** The name of the collection, as it stands in addresses. */
  readonly collection: string;
  /** Where the time tracking extension says its server is; null when there is none. */
  readonly timetracker: string | null;
  /** The owner of the PAT. */
  readonly me: DemoPerson;
  /** Address of the collection without a slash at the end. */
  readonly collectionUrl: () => string;
  readonly now: () => Date;
};

/** The owner of the PAT, changing something now. */
export const authorOf = ({ me, now }: Context): Author => ({ by: me, at: now() });

/** A list as Azure DevOps wraps it. */
export const wrapped = <T>(value: readonly T[]): { count: number; value: readonly T[] } => ({
  count: value.length,
  value,
});
