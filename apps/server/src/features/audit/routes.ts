import { Readable } from 'node:stream';
import { type AuditEntry, calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { entryOf } from './entry.ts';
import { csvOf, jsonOf } from './export.ts';
import { type AuditFilter, filterOf } from './filter.ts';
import { scopeOf } from './policy.ts';
import { readPage } from './store.ts';

/** Entries that an export holds in memory at once. */
const EXPORT_PAGE = 500;

/** The calls under /auditLog. */
export function auditLog({ router }: Pick<Dependencies, 'router'>): void {
  router.handle(calls.listAuditLog, async ({ db, organization, principal, query }) => {
    const scope = scopeOf(principal);
    const page = { after: query.$after ?? null, count: query.$count ?? 500 };
    const rows = await readPage(db, organization.id, scope, filterOf(query), page);
    return rows.map((row) => entryOf(row, { organization, scope, expand: query.$expand }));
  });

  router.handle(calls.exportAuditLog, async (asked) => {
    const { query, reply } = asked;
    const pages = pagesOf(asked, filterOf(query));
    const [type, pieces] =
      query.format === 'csv' ? (['csv', csvOf(pages)] as const) : (['json', jsonOf(pages)] as const);
    void reply
      .header('content-type', type === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="audit-log.${type}"`);
    return Readable.from(pieces, { objectMode: false });
  });
}

type Reader = Pick<Asked, 'db' | 'organization' | 'principal'>;

/** Reads on from where the last page ended, so neither memory nor a transaction grows with the log. */
async function* pagesOf(
  { db, organization, principal }: Reader,
  filter: AuditFilter,
): AsyncGenerator<AuditEntry[]> {
  const scope = scopeOf(principal);
  let after: string | null = null;
  do {
    const rows = await readPage(db, organization.id, scope, filter, { after, count: EXPORT_PAGE });
    yield rows.map((row) => entryOf(row, { organization, scope, expand: undefined }));
    after = rows.length < EXPORT_PAGE ? null : (rows.at(-1)?.id ?? null);
  } while (after !== null);
}
