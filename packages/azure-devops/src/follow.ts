import {
  type Link,
  ReportingRevisionsExpand,
  type WorkItem,
} from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js';
import { type Caller, required } from './caller.ts';
import { AzureDevOpsError } from './errors.ts';
import type { Library } from './library.ts';
import { instantOf, snapshotOf } from './snapshot.ts';
import type { ChangeBatch, LinkBatch, ParentLink, WorkItemSnapshot } from './types.ts';

/**
 * Follows the revisions of the whole collection (project-wise calls miss items that moved), newest state of each item,
 * long texts and recycle bin included. Source: Reporting Work Item Revisions 7.1.
 */
export async function* followChanges(
  library: Library,
  { call }: Caller,
  from: string | null,
): AsyncGenerator<ChangeBatch, void, undefined> {
  const filter = { includeDeleted: true, includeIdentityRef: true, includeLatestOnly: true };
  let token = from ?? undefined;
  for (;;) {
    const answer = required(
      await call(async () =>
        (await library.tracking()).readReportingRevisionsPost(
          filter,
          undefined,
          token,
          undefined,
          ReportingRevisionsExpand.Fields,
        ),
      ),
    );
    const next = nextToken(answer, token);
    yield { ...changesOf(answer.values ?? []), ...next };
    if (next.isLast) return;
    ({ token } = next);
  }
}

/** Follows the changes of the hierarchy in the whole collection. Source: Reporting Work Item Links 7.1. */
export async function* followLinks(
  library: Library,
  { call }: Caller,
  from: string | null,
): AsyncGenerator<LinkBatch, void, undefined> {
  let token = from ?? undefined;
  for (;;) {
    const answer = required(
      await call(async () =>
        (await library.tracking()).getReportingLinksByLinkType(undefined, undefined, undefined, token),
      ),
    );
    const next = nextToken(answer, token);
    yield { links: (answer.values ?? []).flatMap(parentLinkOf), ...next };
    if (next.isLast) return;
    ({ token } = next);
  }
}

type Streamed = { continuationToken?: string; nextLink?: string; isLastBatch?: boolean };

/** Where to go on; some servers give the token only inside `nextLink`. */
function nextToken(
  { continuationToken, nextLink, isLastBatch }: Streamed,
  before?: string,
): { token: string; isLast: boolean } {
  const linked = URL.parse(nextLink ?? '')?.searchParams.get('continuationToken');
  const token = continuationToken ?? linked ?? before;
  if (token === undefined || (token === before && isLastBatch !== true)) {
    throw new AzureDevOpsError('unexpected', 'Azure DevOps gave no token to go on with.');
  }
  return { token, isLast: isLastBatch === true };
}

/** Sorts revisions into changed and deleted items; the highest revision of an item counts. */
export function changesOf(revisions: readonly WorkItem[]): Pick<ChangeBatch, 'items' | 'deletedIds'> {
  const items = new Map<number, WorkItemSnapshot>();
  for (const revision of revisions) {
    const item = snapshotOf(revision);
    if (item.rev >= (items.get(item.id)?.rev ?? 0)) items.set(item.id, item);
  }
  const newest = [...items.values()];
  return {
    items: newest.filter((item) => !isDeleted(item)),
    deletedIds: newest.filter(isDeleted).map(({ id }) => id),
  };
}

const isDeleted = ({ fields }: WorkItemSnapshot): boolean => fields['System.IsDeleted'] === true;

/** Reads a link between parent and child, from either end; other links are none. */
export function parentLinkOf(link: Link): ParentLink[] {
  const rel = link.rel ?? '';
  if (!rel.startsWith('System.LinkTypes.Hierarchy')) return [];
  // Servers before 2018 give the values beside `rel`, later ones in `attributes`.
  const values: Record<string, unknown> = { ...link, ...link.attributes };
  const ends = [Number(values['sourceId']), Number(values['targetId'])] as const;
  const [parentId, childId] = rel.endsWith('Reverse') ? [ends[1], ends[0]] : ends;
  if (!Number.isSafeInteger(parentId) || !Number.isSafeInteger(childId)) return [];
  return [
    { parentId, childId, active: values['isActive'] !== false, changedAt: instantOf(values['changedDate']) },
  ];
}
