import type { PersonExport, WorkLog } from '@stint/contract';
import type { Asked } from '../../http/asked.ts';
import { workLogOf } from '../worklogs/present.ts';
import type { WorkLogs } from '../worklogs/service.ts';
import { type PersonParts, readAuditRows } from './store.ts';

/** Rows read at a time; bounds the memory used. */
const PAGE = 500;

type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;
type Lists = Pick<WorkLogs, 'list'>;

/** The pieces of the JSON document about one person, in the envelope of the API; reads on while it is sent. */
export async function* personDocument(
  asking: Asking,
  parts: PersonParts,
  { workLogs, exported }: { workLogs: Lists; exported: string },
): AsyncGenerator<string> {
  const { id, name } = asking.organization;
  const head = { exported, organization: { id, name }, ...parts };
  yield `{"data":${JSON.stringify(head).slice(0, -1)},"workLogs":[`;
  yield* joined(workLogsOf(asking, parts.person.id, workLogs));
  yield '],"auditRows":[';
  yield* joined(auditRowsOf(asking, parts.person.id));
  yield ']}}';
}

async function* joined(rows: AsyncIterable<object>): AsyncGenerator<string> {
  let separator = '';
  for await (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',';
  }
}

/** Each page begins at the time where the last one ended; an entry that is added meanwhile moves no other one. */
async function* workLogsOf(asking: Asking, personId: string, workLogs: Lists): AsyncGenerator<WorkLog> {
  let before: string | undefined;
  let skip = 0;
  for (;;) {
    const page = await workLogs.list(asking, { personIds: [personId], before, skip, count: PAGE });
    for (const shown of page) {
      yield workLogOf(shown, {
        organization: asking.organization,
        expand: 'user.displayName',
        editable: null,
      });
    }
    const last = page.at(-1)?.entry.localStartedAt;
    if (last === undefined || page.length < PAGE) return;
    const next = justAfter(last);
    const alike = page.filter(({ entry }) => entry.localStartedAt === last).length;
    skip = before === next ? skip + alike : alike;
    before = next;
  }
}

/** The wall time a millisecond later, which as an exclusive bound takes the given one in; entries have no finer times. */
function justAfter(wallTime: string): string {
  return new Date(Date.parse(`${wallTime}Z`) + 1).toISOString().slice(0, -1);
}

async function* auditRowsOf(
  { db, organization }: Asking,
  personId: string,
): AsyncGenerator<PersonExport['auditRows'][number]> {
  let after: string | null = null;
  for (;;) {
    const page: PersonExport['auditRows'] = await readAuditRows(db, organization.id, personId, {
      after,
      count: PAGE,
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}
