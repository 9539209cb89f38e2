import type { AzureDevOps, ParentLink, WorkItemSnapshot } from '@stint/azure-devops';
import type { Db } from '../../http/asked.ts';
import { saveParents } from './hierarchy.ts';
import { type Lease, saveProgress } from './lease.ts';
import { savePeople } from './people.ts';
import { saveDeletions, saveItems } from './save-items.ts';
import type { Categories } from './work-item-types.ts';

/** Link changes stored in one transaction. */
const LINKS_AT_ONCE = 5_000;
/** The largest id that our copy holds. */
const MOST_ID = 2_147_483_647;

export interface Reading {
  db: Db;
  azureDevOps: AzureDevOps;
  lease: Lease;
  categories: Categories;
  /** Unique names of people that are stored already. */
  knownPeople: Set<string>;
  /** Rejects when this process is about to stop. */
  orStop: <Value>(promise: Promise<Value>) => Promise<Value>;
}

/**
 * Reads what has changed since the stored tokens into our copy; answers whether anything has. Every batch is stored
 * together with its token, so that reading goes on there after a restart.
 */
export async function readChanges(reading: Reading): Promise<boolean> {
  // Asked first and stored last: every item a link is about is in our copy by then.
  const { links, token } = await collectLinks(reading);
  let hasChanged = links.length > 0;
  for await (const batch of stoppable(reading, reading.azureDevOps.changes(reading.lease.revisionsToken))) {
    const items = batch.items.filter(({ id }) => Number.isSafeInteger(id) && id > 0 && id <= MOST_ID);
    hasChanged ||= items.length > 0 || batch.deletedIds.length > 0;
    await store(reading, items, batch.deletedIds, batch.token);
  }
  await storeLinks(reading, links, token);
  return hasChanged;
}

async function store(
  reading: Reading,
  items: readonly WorkItemSnapshot[],
  deletedIds: readonly number[],
  token: string,
): Promise<void> {
  const { db, lease, categories, knownPeople } = reading;
  const { organizationId } = lease;
  const people = items
    .flatMap(({ assignedTo }) => assignedTo ?? [])
    .filter(({ uniqueName }) => !knownPeople.has(uniqueName));
  lease.leasedUntil = await db.transaction().execute(async (transaction) => {
    const leasedUntil = await saveProgress(transaction, lease, { revisionsToken: token });
    await saveItems(transaction, organizationId, items, categories);
    await saveDeletions(transaction, organizationId, deletedIds);
    await savePeople(transaction, organizationId, people);
    return leasedUntil;
  });
  for (const { uniqueName } of people) knownPeople.add(uniqueName);
}

async function collectLinks(reading: Reading): Promise<{ links: ParentLink[]; token: string | null }> {
  const links: ParentLink[] = [];
  let token: string | null = null;
  for await (const batch of stoppable(reading, reading.azureDevOps.links(reading.lease.linksToken))) {
    links.push(...batch.links);
    ({ token } = batch);
    reading.lease.leasedUntil = await saveProgress(reading.db, reading.lease, {});
  }
  return { links, token };
}

async function storeLinks(
  { db, lease }: Reading,
  links: readonly ParentLink[],
  token: string | null,
): Promise<void> {
  if (token === null || (links.length === 0 && token === lease.linksToken)) return;
  lease.leasedUntil = await db.transaction().execute(async (transaction) => {
    const leasedUntil = await saveProgress(transaction, lease, { linksToken: token });
    for (let start = 0; start < links.length; start += LINKS_AT_ONCE) {
      await saveParents(transaction, lease.organizationId, links.slice(start, start + LINKS_AT_ONCE));
    }
    return leasedUntil;
  });
}

async function* stoppable<Batch>({ orStop }: Reading, batches: AsyncGenerator<Batch, void, undefined>) {
  for (;;) {
    const next = await orStop(batches.next());
    if (next.done) return;
    yield next.value;
  }
}
