import type { Dependencies } from '../../dependencies.ts';
import type { Organization } from '../../identity/organizations.ts';
import type { Principal } from '../../identity/principals.ts';
import { plainContext } from './run-context.ts';
import { createReporting } from './service.ts';

/** The version that reports ask in; it has no effect on what comes out. */
const VERSION = '3.2';
/** Rows of a page of JSON. */
const PAGE = 1_000;

/**
 * Answers a query below `/api/odata/v3.2/` with a person's rights, as a request of theirs would be, for jobs: the first page as JSON, or all
 * rows as a file. Refusals are answered, not thrown.
 */
export function askReports({
  config,
  database,
  reports,
  environment,
}: Pick<Dependencies, 'config' | 'database' | 'reports' | 'environment'>) {
  const { reportSeconds } = environment;
  const service = createReporting({ config, database, reports, reportSeconds })(VERSION);
  return async (
    address: string,
    { organization, reader }: { organization: Organization; reader: { principal: Principal } },
    format: 'json' | 'csv' | 'xlsx',
  ): Promise<{ isOk: boolean; bytes: Buffer }> => {
    const faults: unknown[] = [];
    const { principal } = reader;
    const url =
      format === 'json' ? address : `${address}${address.includes('?') ? '&' : '?'}$format=${format}`;
    const answer = await service({
      method: 'GET',
      root: 'http://localhost/api/odata/v3.2/',
      url,
      headers: { prefer: `odata.maxpagesize=${PAGE}` },
      body: '',
      context: plainContext({ organization, principal, onFault: (fault) => faults.push(fault) }),
      signal: new AbortController().signal,
    });
    const bytes = await bytesOf(answer.body);
    if (faults.length > 0) throw faults[0];
    return { isOk: answer.status === 200, bytes };
  };
}

async function bytesOf(body: string | Buffer | AsyncIterable<string | Buffer>): Promise<Buffer> {
  if (typeof body === 'string') return Buffer.from(body);
  if (Buffer.isBuffer(body)) return body;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
