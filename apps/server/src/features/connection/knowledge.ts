import type { AzureDevOps } from '@stint/azure-devops';
import type { Db } from '../../http/asked.ts';
import { readIterations, saveIterations } from './iterations.ts';
import { savePeople } from './people.ts';
import { type Categories, categoriesOf, readTypes, saveTypes } from './work-item-types.ts';

/** Milliseconds after which types, iterations and people are read again. */
const HOUR = 3_600_000;
/** The same, when a state was met that is not known. */
const MINUTE = 60_000;

/** What changes seldom and is read by the hour. */
export interface Knowledge {
  url: string;
  /** Epoch milliseconds. */
  readAt: number;
  categories: Categories;
  knownPeople: Set<string>;
}

/** Whether what is known is of another address, or old. */
export function isStale(knowledge: Knowledge | undefined, url: string, now: number): boolean {
  if (!knowledge || knowledge.url !== url) return true;
  return now - knowledge.readAt >= (knowledge.categories.hasMissed() ? MINUTE : HOUR);
}

/** Reads which collection this is, its types, iterations and people, and stores all of it. */
export async function readKnowledge(
  db: Db,
  organizationId: string,
  { url, azureDevOps, now }: { url: string; azureDevOps: AzureDevOps; now: number },
): Promise<Knowledge> {
  const { instanceId } = await azureDevOps.whoAmI();
  const types = await readTypes(azureDevOps);
  const iterations = await readIterations(azureDevOps);
  const people = await azureDevOps.people();
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('organization')
      .set({ azure_devops_collection_id: instanceId })
      .where('id', '=', organizationId)
      .where((where) =>
        where.or([
          where('azure_devops_collection_id', 'is', null),
          where('azure_devops_collection_id', '!=', instanceId),
        ]),
      )
      .execute();
    await saveTypes(transaction, organizationId, types);
    await saveIterations(transaction, organizationId, iterations);
    await savePeople(transaction, organizationId, people);
  });
  const knownPeople = new Set(people.map(({ uniqueName }) => uniqueName));
  return { url, readAt: now, categories: categoriesOf(types), knownPeople };
}
