import { calls, type QueryOf } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { readGuids, readNumbers } from '../../http/lists.ts';
import { refusedValue } from '../../refusal.ts';
import { checkSeeAll, mayEdit } from './policy.ts';
import { etagOf, workLogOf } from './present.ts';
import type { Expected } from './rewrite.ts';
import type { WorkLogs } from './service.ts';
import type { Filter, ShownEntry } from './store.ts';
import { readBound } from './times.ts';

/** The calls under /workLogs. */
export function workLogRoutes({ router }: Pick<Dependencies, 'router'>, workLogs: WorkLogs): void {
  router.handle(calls.listWorkLogs, async (asked) => {
    const shown = await workLogs.list(asked, filterOf(asked, [asked.principal.id]));
    return shown.map((each) => present(asked, each, asked.query.$includeEditable));
  });

  router.handle(calls.listAllWorkLogs, async (asked) => {
    checkSeeAll(asked.principal);
    const people = readGuids('$userIds', asked.query.$userIds);
    const shown = await workLogs.list(asked, filterOf(asked, people ?? null));
    return shown.map((each) => present(asked, each, asked.query.$includeEditable));
  });

  router.handle(calls.getWorkLog, async (asked) =>
    tagged(asked, await workLogs.get(asked, asked.params.id), asked.query.$includeEditable),
  );

  router.handle(calls.addWorkLog, async (asked) => tagged(asked, await workLogs.add(asked, asked.body)));

  router.handle(calls.addWorkLogs, async (asked) => {
    const shown = await workLogs.addMany(asked, asked.body, asked.query.$validateOnly ?? false);
    return shown.map((each) => present(asked, each));
  });

  router.handle(calls.changeWorkLog, async (asked) =>
    tagged(asked, await workLogs.change(asked, asked.params.id, asked.body, expectedOf(asked))),
  );

  router.handle(calls.deleteWorkLog, async (asked) => {
    await workLogs.remove(asked, asked.params.id, expectedOf(asked));
    return null;
  });

  router.handle(calls.restoreWorkLog, async (asked) =>
    tagged(asked, await workLogs.restore(asked, asked.params.id)),
  );
}

type Expanding = Pick<Asked, 'organization' | 'principal' | 'reply'> & { query: { $expand?: string } };

function present(asked: Expanding, shown: ShownEntry, includeEditable = false) {
  const { organization, principal, query } = asked;
  const editable = includeEditable ? mayEdit(principal, organization, shown.entry) : null;
  return workLogOf(shown, { organization, expand: query.$expand, editable });
}

function tagged(asked: Expanding, shown: ShownEntry, includeEditable = false) {
  void asked.reply.header('etag', etagOf(shown.entry.version));
  return present(asked, shown, includeEditable);
}

function filterOf(
  { query, principal }: { query: QueryOf<typeof calls.listWorkLogs>; principal: Asked['principal'] },
  personIds: readonly string[] | null,
): Filter {
  const bound = (name: string, text: string | undefined) => readBound(name, text, principal.timeZone);
  return {
    personIds,
    after: bound('$fromTimestamp', query.$fromTimestamp),
    before: bound('$toTimestamp', query.$toTimestamp),
    createdAfter: bound('$fromCreatedTimestamp', query.$fromCreatedTimestamp),
    createdBefore: bound('$toCreatedTimestamp', query.$toCreatedTimestamp),
    workItemIds: readNumbers('$workItemIds', query.$workItemIds),
    skip: query.$skip ?? 0,
    count: query.$count ?? 500,
  };
}

/** The versions that If-Match names; `*` and a missing header allow any. */
function expectedOf({ request }: Pick<Asked, 'request'>): Expected {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const tags = header.split(',').map((tag) => /^\s*"(\d{1,9})"\s*$/.exec(tag)?.[1]);
  if (tags.includes(undefined))
    throw refusedValue('If-Match', 'must be the ETag of an earlier answer, such as "1", or *.');
  return new Set(tags.map(Number));
}
