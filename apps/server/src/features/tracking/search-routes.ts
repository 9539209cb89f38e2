import { calls, type SearchAnswer } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { withData } from './answer.ts';
import type { Asking, WorkItemSearch } from './parts.ts';

/** The calls under /api/tracking/client that find work items to track (api.md 4). */
export function searchRoutes({ router }: Pick<Dependencies, 'router'>, workItems: WorkItemSearch): void {
  router.handle(calls.searchWorkItems, async (asked) => search(asked, String(asked.body)));

  router.handle(calls.searchWorkItemsByQuery, async (asked) => search(asked, String(asked.body.query ?? '')));

  async function search({ db, organization, principal }: Asking, query: string): Promise<SearchAnswer> {
    const found = await workItems.search(db, organization, principal, query);
    return withData({ query, count: found.length, workItems: found });
  }
}
