import { calls, type QueryOf, type WorkLog } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { expectedVersions, tag } from '../../http/entity-tags.ts';
import { readGuids, readNumbers } from '../../http/lists.ts';
import { checkSeeAll, maySeeBillable } from './policy.ts';
import { workLogOf } from './present.ts';
import type { WorkLogs } from './service.ts';
import type { Filter, ShownEntry } from './store.ts';
import { readBound } from './times.ts';

/** The calls under /workLogs. */
export function workLogRoutes({ router }: Pick<Dependencies, 'router'>, workLogs: WorkLogs): void {
  router.handle(calls.listWorkLogs, async (asked) => {
    const shown = await workLogs.list(asked, filterOf(asked, [asked.principal.id]));
    return presentAll(asked, shown, asked.query.$includeEditable);
  });

  router.handle(calls.listAllWorkLogs, async (asked) => {
    checkSeeAll(asked.principal, asked.organization);
    const people = readGuids('$userIds', asked.query.$userIds);
    const shown = await workLogs.list(asked, filterOf(asked, people ?? null));
    return presentAll(asked, shown, asked.query.$includeEditable);
  });

  router.handle(calls.getWorkLog, async (asked) =>
    tagged(asked, await workLogs.get(asked, asked.params.id), asked.query.$includeEditable),
  );

  router.handle(calls.addWorkLog, async (asked) => tagged(asked, await workLogs.add(asked, asked.body)));

  router.handle(calls.addWorkLogs, async (asked) => {
    const shown = await workLogs.addMany(asked, asked.body, asked.query.$validateOnly ?? false);
    return presentAll(asked, shown);
  });

  router.handle(calls.changeWorkLog, async (asked) =>
    tagged(asked, await workLogs.change(asked, asked.params.id, asked.body, expectedVersions(asked.request))),
  );

  router.handle(calls.deleteWorkLog, async (asked) => {
    await workLogs.remove(asked, asked.params.id, expectedVersions(asked.request));
    return null;
  });

  router.handle(calls.restoreWorkLog, async (asked) =>
    tagged(asked, await workLogs.restore(asked, asked.params.id)),
  );

  /** One worklog, with its entity tag. */
  async function tagged(asked: Expanding, shown: ShownEntry, includeEditable = false): Promise<WorkLog> {
    tag(asked.reply, shown.entry.version);
    const editable = includeEditable ? await workLogs.editable(asked, [shown.entry]) : null;
    return present(asked, shown, editable);
  }

  async function presentAll(
    asked: Expanding,
    shown: readonly ShownEntry[],
    includeEditable = false,
  ): Promise<WorkLog[]> {
    const entries = shown.map(({ entry }) => entry);
    const editable = includeEditable ? await workLogs.editable(asked, entries) : null;
    return shown.map((each) => present(asked, each, editable));
  }
}

type Expanding = Pick<Asked, 'db' | 'organization' | 'principal' | 'source' | 'reply'> & {
  query: { $expand?: string };
};

function present(asked: Expanding, shown: ShownEntry, editable: ReadonlySet<string> | null): WorkLog {
  const { organization, principal, query } = asked;
  return workLogOf(shown, {
    organization,
    expand: query.$expand,
    editable: editable && editable.has(shown.entry.id),
    showsBillable: maySeeBillable(principal, shown.entry),
  });
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
