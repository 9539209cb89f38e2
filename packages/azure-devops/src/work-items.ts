import { WorkItemErrorPolicy } from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js';
import { type Caller, required } from './caller.ts';
import type { Library } from './library.ts';
import { snapshotOf } from './snapshot.ts';
import type { WorkItemSnapshot } from './types.ts';

/** How many work items one request may ask for. Source: Work Items - Get Work Items Batch 7.1. */
const batchSize = 200;

/** Reads work items with all their fields, in batches; ids that are unknown, deleted or not ours to see are left out. */
export async function readWorkItems(
  library: Library,
  { call }: Caller,
  ids: readonly number[],
): Promise<WorkItemSnapshot[]> {
  const wanted = [...new Set(ids)].filter((id) => Number.isSafeInteger(id) && id > 0);
  const found: WorkItemSnapshot[] = [];
  for (let start = 0; start < wanted.length; start += batchSize) {
    const request = { ids: wanted.slice(start, start + batchSize), errorPolicy: WorkItemErrorPolicy.Omit };
    const items = required(await call(async () => (await library.tracking()).getWorkItemsBatch(request)));
    // Omitted items are null in the list, which the library's type does not tell.
    found.push(...items.filter(Boolean).map(snapshotOf));
  }
  return found;
}
