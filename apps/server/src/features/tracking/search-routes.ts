import { calls, type SearchAnswer } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import type { WorkItemSearch } from './parts.ts';
import { answerTwice } from './write-twice.ts';

/** The calls under /api/tracking/client that find work items to track (api.md 4). */
export function searchRoutes({ router }: Pick<Dependencies, 'router'>, workItems: WorkItemSearch): void {
  router.handle(calls.searchWorkItems, async (asked) => search(asked, String(asked.body)));

  router.handle(calls.searchWorkItemsByQuery, async (asked) => search(asked, String(asked.body.query ?? '')));

  async function search({ db, organization, principal, reply }: Asked, query: string): Promise<SearchAnswer> {
    const found = await workItems.search(db, organization, principal, query);
    return answerTwice(reply, { query, count: found.length, workItems: found });
  }
}
