import type { Instant } from '@stint/domain';
import type { Db, Source } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import { createGroups } from '../../memory/grouped.ts';
import type { Entry } from './entry.ts';
import { insertEntries, type Written } from './store-writes.ts';

/** One new worklog that was drafted `now`, and where it goes. */
export interface Addition {
  readonly db: Db;
  readonly organization: Pick<Organization, 'id' | 'settings' | 'settingsVersion'>;
  readonly entry: Entry;
  readonly source: Source;
  readonly now: Instant;
}

/** Two, so that one group is got ready while the other waits for the disk. */
const GROUPS_AT_ONCE = 2;
const SIZE = 32;

/**
 * Adds single worklogs of an organization that arrive while others are written in one statement and one flush to disk, each for
 * itself: what is refused of one leaves the others alone. Within a transaction they go alone.
 */
export function createAddTogether(): (addition: Addition) => Promise<Written> {
  /** By organization; those of settings that no longer hold end with what they have. */
  const kept = new Map<string, { settingsVersion: number; add: (addition: Addition) => Promise<Written> }>();

  return (addition) => {
    const { db, organization } = addition;
    if (db.isTransaction) return insertEntries(db, organization, [addition]);
    const { id, settingsVersion } = organization;
    const known = kept.get(id);
    if (known?.settingsVersion === settingsVersion) return known.add(addition);
    const add = createGroups({ groupsAtOnce: GROUPS_AT_ONCE, size: SIZE, keysOf, run: addEach });
    kept.set(id, { settingsVersion, add });
    return add(addition);
  };
}

/** The guard looks for overlaps among what is written already, so one group holds one worklog of a person. */
function keysOf({ entry, organization }: Addition): string[] {
  return organization.settings.noOverlap ? [entry.id, entry.personId] : [entry.id];
}

/** The outcome of each; where some are refused, nothing was written, and the others are written without them. */
async function addEach(additions: readonly Addition[]): Promise<readonly Written[]> {
  const [first] = additions;
  if (!first) return [];
  const { ids, refused } = await insertEntries(first.db, first.organization, additions);
  const refusedOf = (id: string) => refused.filter((found) => found.id === id);
  const others = additions.filter(({ entry }) => refusedOf(entry.id).length === 0);
  if (refused.length > 0 && others.length === additions.length)
    throw new Error('what is refused was not asked');
  const written = refused.length > 0 ? await addEach(others) : others.map(() => ({ ids, refused: [] }));
  const outcomes = new Map(others.map(({ entry }, index) => [entry.id, written[index]]));
  return additions.map(({ entry: { id } }) => outcomes.get(id) ?? { ids: new Set(), refused: refusedOf(id) });
}
